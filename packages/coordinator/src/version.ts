/** This program's version: that of its package, which a test compares. */
export const SOFTWARE_VERSION = "0.1.0";
