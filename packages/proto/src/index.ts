export { decode } from "./decode.ts";
export { encode } from "./encode.ts";
export { FRAME_BYTES_MAX } from "./limits.ts";
export { PROTOCOL_MAX, PROTOCOL_MIN, agreeOnProtocol } from "./version.ts";
