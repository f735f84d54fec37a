/** Colours, and the lack of them. */
import { styleText } from "node:util";

export type Colour = "red" | "yellow" | "green" | "cyan" | "dim" | "bold";

/** Paints a text; gives it back as it is where there are no colours. */
export type Paint = (colour: Colour, text: string) => string;

/** Paints for a terminal that shows colours. */
export const inColour: Paint = (colour, text) => styleText(colour, text, { validateStream: false });

/** Paints nothing. */
export const plain: Paint = (_colour, text) => text;

/** What must not reach a terminal: what a hook printed could move the cursor, or worse. */
// eslint-disable-next-line no-control-regex -- Control characters are what this is about.
const CONTROL = /[\u0000-\u001f\u007f-\u009f]+/g;

/** A text of somebody else's on one line, without control characters. */
export function oneLine(text: string): string {
  return text.replace(CONTROL, " ").trim();
}
