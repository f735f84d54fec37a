/** Nothing that is committed may name the place where it was written. */
import type { Fault, File } from "./tree.ts";

/** A folder of one person or one machine, and a package registry's host or key. */
const PLACES: readonly { readonly pattern: RegExp; readonly says: string }[] = [
  { pattern: /(?:^|[\s"'`(=:])\/(?:home|Users|root|work)\/[\w.-]+/, says: "a path of one machine" },
  { pattern: /\/\/(?:registry|npm|proxy|mirror)\.[\w.-]+/, says: "a registry's host" },
  { pattern: /^\s*(?:@[\w-]+:)?registry\s*[=:]/, says: "a registry" },
  { pattern: /_auth[T]oken|_password\s*=/, says: "a key of a registry" },
];
const LOCK_FILE = /(?:^|\/)pnpm-lock\.yaml$/;

/** Every line that names such a place. */
export function placeFaults(tree: readonly File[]): readonly Fault[] {
  return tree.flatMap(({ path, text }) =>
    text.split("\n").flatMap((line, index) => {
      const found = PLACES.find(({ pattern }) => pattern.test(line));
      if (found !== undefined) return [`${path}:${index + 1}: names ${found.says}`];
      const resolved = LOCK_FILE.test(path) && /(?:tarball|resolution):.*https?:/.test(line);
      return resolved ? [`${path}:${index + 1}: the lock file names where it was resolved`] : [];
    }),
  );
}
