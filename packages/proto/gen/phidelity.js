/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
const $root = $protobuf.roots["default"] || ($protobuf.roots["default"] = {});

export const phidelity = $root.phidelity = (() => {

    /**
     * Namespace phidelity.
     * @exports phidelity
     * @namespace
     */
    const phidelity = {};

    phidelity.v1 = (function() {

        /**
         * Namespace v1.
         * @memberof phidelity
         * @namespace
         */
        const v1 = {};

        /**
         * RefusalCode enum.
         * @name phidelity.v1.RefusalCode
         * @enum {number}
         * @property {number} REFUSAL_CODE_UNSPECIFIED=0 REFUSAL_CODE_UNSPECIFIED value
         * @property {number} REFUSAL_CODE_VERSION=1 REFUSAL_CODE_VERSION value
         * @property {number} REFUSAL_CODE_AUTH=2 REFUSAL_CODE_AUTH value
         * @property {number} REFUSAL_CODE_STALE=3 REFUSAL_CODE_STALE value
         * @property {number} REFUSAL_CODE_FORGOTTEN=4 REFUSAL_CODE_FORGOTTEN value
         * @property {number} REFUSAL_CODE_MALFORMED=5 REFUSAL_CODE_MALFORMED value
         */
        v1.RefusalCode = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "REFUSAL_CODE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "REFUSAL_CODE_VERSION"] = 1;
            values[valuesById[2] = "REFUSAL_CODE_AUTH"] = 2;
            values[valuesById[3] = "REFUSAL_CODE_STALE"] = 3;
            values[valuesById[4] = "REFUSAL_CODE_FORGOTTEN"] = 4;
            values[valuesById[5] = "REFUSAL_CODE_MALFORMED"] = 5;
            return values;
        })();

        /**
         * Order enum.
         * @name phidelity.v1.Order
         * @enum {number}
         * @property {number} ORDER_UNSPECIFIED=0 ORDER_UNSPECIFIED value
         * @property {number} ORDER_NONE=1 ORDER_NONE value
         * @property {number} ORDER_RELEASE=2 ORDER_RELEASE value
         * @property {number} ORDER_STATUS=3 ORDER_STATUS value
         */
        v1.Order = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "ORDER_UNSPECIFIED"] = 0;
            values[valuesById[1] = "ORDER_NONE"] = 1;
            values[valuesById[2] = "ORDER_RELEASE"] = 2;
            values[valuesById[3] = "ORDER_STATUS"] = 3;
            return values;
        })();

        /**
         * GroupMode enum.
         * @name phidelity.v1.GroupMode
         * @enum {number}
         * @property {number} GROUP_MODE_UNSPECIFIED=0 GROUP_MODE_UNSPECIFIED value
         * @property {number} GROUP_MODE_ACTIVE_PASSIVE=1 GROUP_MODE_ACTIVE_PASSIVE value
         * @property {number} GROUP_MODE_ACTIVE_ACTIVE=2 GROUP_MODE_ACTIVE_ACTIVE value
         */
        v1.GroupMode = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "GROUP_MODE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "GROUP_MODE_ACTIVE_PASSIVE"] = 1;
            values[valuesById[2] = "GROUP_MODE_ACTIVE_ACTIVE"] = 2;
            return values;
        })();

        v1.Welcome = (function() {

            /**
             * Properties of a Welcome.
             * @typedef {Object} phidelity.v1.Welcome.$Properties
             * @property {number|null} [protocol] Welcome protocol
             * @property {string|null} [software] Welcome software
             * @property {string|null} [cluster] Welcome cluster
             * @property {string|null} [coordinator] Welcome coordinator
             * @property {number|null} [term] Welcome term
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Welcome.
             * @memberof phidelity.v1
             * @interface IWelcome
             * @augments phidelity.v1.Welcome.$Properties
             * @deprecated Use phidelity.v1.Welcome.$Properties instead.
             */

            /**
             * Shape of a Welcome.
             * @typedef {phidelity.v1.Welcome.$Properties} phidelity.v1.Welcome.$Shape
             */

            /**
             * Constructs a new Welcome.
             * @memberof phidelity.v1
             * @classdesc Represents a Welcome.
             * @constructor
             * @param {phidelity.v1.Welcome.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Welcome = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Welcome protocol.
             * @member {number} protocol
             * @memberof phidelity.v1.Welcome
             * @instance
             */
            Welcome.prototype.protocol = 0;

            /**
             * Welcome software.
             * @member {string} software
             * @memberof phidelity.v1.Welcome
             * @instance
             */
            Welcome.prototype.software = "";

            /**
             * Welcome cluster.
             * @member {string} cluster
             * @memberof phidelity.v1.Welcome
             * @instance
             */
            Welcome.prototype.cluster = "";

            /**
             * Welcome coordinator.
             * @member {string} coordinator
             * @memberof phidelity.v1.Welcome
             * @instance
             */
            Welcome.prototype.coordinator = "";

            /**
             * Welcome term.
             * @member {number} term
             * @memberof phidelity.v1.Welcome
             * @instance
             */
            Welcome.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new Welcome instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.Welcome
             * @static
             * @param {phidelity.v1.Welcome.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.Welcome} Welcome instance
             * @type {{
             *   (properties: phidelity.v1.Welcome.$Shape): phidelity.v1.Welcome & phidelity.v1.Welcome.$Shape;
             *   (properties?: phidelity.v1.Welcome.$Properties): phidelity.v1.Welcome;
             * }}
             */
            Welcome.create = function(properties) {
                return new Welcome(properties);
            };

            /**
             * Encodes the specified Welcome message. Does not implicitly {@link phidelity.v1.Welcome.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.Welcome
             * @static
             * @param {phidelity.v1.Welcome.$Properties} message Welcome message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Welcome.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.protocol != null && $Object.hasOwnProperty.call(message, "protocol") && message.protocol !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.protocol);
                if (message.software != null && $Object.hasOwnProperty.call(message, "software") && message.software !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.software);
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster") && message.cluster !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.cluster);
                if (message.coordinator != null && $Object.hasOwnProperty.call(message, "coordinator") && message.coordinator !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.coordinator);
                if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.term);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Welcome message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.Welcome
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.Welcome & phidelity.v1.Welcome.$Shape} Welcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Welcome.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.Welcome();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.protocol = value;
                            else
                                delete message.protocol;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.software = value;
                            else
                                delete message.software;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.cluster = value;
                            else
                                delete message.cluster;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.coordinator = value;
                            else
                                delete message.coordinator;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.term = value;
                            else
                                delete message.term;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Welcome;
        })();

        v1.Refused = (function() {

            /**
             * Properties of a Refused.
             * @typedef {Object} phidelity.v1.Refused.$Properties
             * @property {phidelity.v1.RefusalCode|null} [code] Refused code
             * @property {string|null} [reason] Refused reason
             * @property {number|null} [protocolMin] Refused protocolMin
             * @property {number|null} [protocolMax] Refused protocolMax
             * @property {string|null} [software] Refused software
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Refused.
             * @memberof phidelity.v1
             * @interface IRefused
             * @augments phidelity.v1.Refused.$Properties
             * @deprecated Use phidelity.v1.Refused.$Properties instead.
             */

            /**
             * Shape of a Refused.
             * @typedef {phidelity.v1.Refused.$Properties} phidelity.v1.Refused.$Shape
             */

            /**
             * Constructs a new Refused.
             * @memberof phidelity.v1
             * @classdesc Represents a Refused.
             * @constructor
             * @param {phidelity.v1.Refused.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Refused = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Refused code.
             * @member {phidelity.v1.RefusalCode} code
             * @memberof phidelity.v1.Refused
             * @instance
             */
            Refused.prototype.code = 0;

            /**
             * Refused reason.
             * @member {string} reason
             * @memberof phidelity.v1.Refused
             * @instance
             */
            Refused.prototype.reason = "";

            /**
             * Refused protocolMin.
             * @member {number} protocolMin
             * @memberof phidelity.v1.Refused
             * @instance
             */
            Refused.prototype.protocolMin = 0;

            /**
             * Refused protocolMax.
             * @member {number} protocolMax
             * @memberof phidelity.v1.Refused
             * @instance
             */
            Refused.prototype.protocolMax = 0;

            /**
             * Refused software.
             * @member {string} software
             * @memberof phidelity.v1.Refused
             * @instance
             */
            Refused.prototype.software = "";

            /**
             * Creates a new Refused instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.Refused
             * @static
             * @param {phidelity.v1.Refused.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.Refused} Refused instance
             * @type {{
             *   (properties: phidelity.v1.Refused.$Shape): phidelity.v1.Refused & phidelity.v1.Refused.$Shape;
             *   (properties?: phidelity.v1.Refused.$Properties): phidelity.v1.Refused;
             * }}
             */
            Refused.create = function(properties) {
                return new Refused(properties);
            };

            /**
             * Encodes the specified Refused message. Does not implicitly {@link phidelity.v1.Refused.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.Refused
             * @static
             * @param {phidelity.v1.Refused.$Properties} message Refused message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Refused.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.code);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.reason);
                if (message.protocolMin != null && $Object.hasOwnProperty.call(message, "protocolMin") && message.protocolMin !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.protocolMin);
                if (message.protocolMax != null && $Object.hasOwnProperty.call(message, "protocolMax") && message.protocolMax !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.protocolMax);
                if (message.software != null && $Object.hasOwnProperty.call(message, "software") && message.software !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.software);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Refused message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.Refused
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.Refused & phidelity.v1.Refused.$Shape} Refused
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Refused.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.Refused();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.protocolMin = value;
                            else
                                delete message.protocolMin;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.protocolMax = value;
                            else
                                delete message.protocolMax;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.software = value;
                            else
                                delete message.software;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Refused;
        })();

        v1.LeaseGrant = (function() {

            /**
             * Properties of a LeaseGrant.
             * @typedef {Object} phidelity.v1.LeaseGrant.$Properties
             * @property {string|null} [group] LeaseGrant group
             * @property {number|null} [epoch] LeaseGrant epoch
             * @property {number|null} [durationMs] LeaseGrant durationMs
             * @property {number|null} [inSyncRun] LeaseGrant inSyncRun
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LeaseGrant.
             * @memberof phidelity.v1
             * @interface ILeaseGrant
             * @augments phidelity.v1.LeaseGrant.$Properties
             * @deprecated Use phidelity.v1.LeaseGrant.$Properties instead.
             */

            /**
             * Shape of a LeaseGrant.
             * @typedef {phidelity.v1.LeaseGrant.$Properties} phidelity.v1.LeaseGrant.$Shape
             */

            /**
             * Constructs a new LeaseGrant.
             * @memberof phidelity.v1
             * @classdesc Represents a LeaseGrant.
             * @constructor
             * @param {phidelity.v1.LeaseGrant.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LeaseGrant = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LeaseGrant group.
             * @member {string} group
             * @memberof phidelity.v1.LeaseGrant
             * @instance
             */
            LeaseGrant.prototype.group = "";

            /**
             * LeaseGrant epoch.
             * @member {number} epoch
             * @memberof phidelity.v1.LeaseGrant
             * @instance
             */
            LeaseGrant.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * LeaseGrant durationMs.
             * @member {number} durationMs
             * @memberof phidelity.v1.LeaseGrant
             * @instance
             */
            LeaseGrant.prototype.durationMs = 0;

            /**
             * LeaseGrant inSyncRun.
             * @member {number} inSyncRun
             * @memberof phidelity.v1.LeaseGrant
             * @instance
             */
            LeaseGrant.prototype.inSyncRun = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new LeaseGrant instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.LeaseGrant
             * @static
             * @param {phidelity.v1.LeaseGrant.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.LeaseGrant} LeaseGrant instance
             * @type {{
             *   (properties: phidelity.v1.LeaseGrant.$Shape): phidelity.v1.LeaseGrant & phidelity.v1.LeaseGrant.$Shape;
             *   (properties?: phidelity.v1.LeaseGrant.$Properties): phidelity.v1.LeaseGrant;
             * }}
             */
            LeaseGrant.create = function(properties) {
                return new LeaseGrant(properties);
            };

            /**
             * Encodes the specified LeaseGrant message. Does not implicitly {@link phidelity.v1.LeaseGrant.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.LeaseGrant
             * @static
             * @param {phidelity.v1.LeaseGrant.$Properties} message LeaseGrant message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LeaseGrant.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.group);
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.epoch);
                if (message.durationMs != null && $Object.hasOwnProperty.call(message, "durationMs") && !$Object.is(message.durationMs, 0))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.durationMs);
                if (message.inSyncRun != null && $Object.hasOwnProperty.call(message, "inSyncRun") && (typeof message.inSyncRun === "object" ? message.inSyncRun.low || message.inSyncRun.high : message.inSyncRun !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.inSyncRun);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LeaseGrant message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.LeaseGrant
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.LeaseGrant & phidelity.v1.LeaseGrant.$Shape} LeaseGrant
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LeaseGrant.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.LeaseGrant();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.group = value;
                            else
                                delete message.group;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.epoch = value;
                            else
                                delete message.epoch;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.durationMs = value;
                            else
                                delete message.durationMs;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.inSyncRun = value;
                            else
                                delete message.inSyncRun;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return LeaseGrant;
        })();

        v1.Ack = (function() {

            /**
             * Properties of an Ack.
             * @typedef {Object} phidelity.v1.Ack.$Properties
             * @property {number|null} [term] Ack term
             * @property {number|null} [incarnation] Ack incarnation
             * @property {number|null} [sequence] Ack sequence
             * @property {number|null} [reportVersion] Ack reportVersion
             * @property {Array.<phidelity.v1.LeaseGrant.$Properties>|null} [leases] Ack leases
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Ack.
             * @memberof phidelity.v1
             * @interface IAck
             * @augments phidelity.v1.Ack.$Properties
             * @deprecated Use phidelity.v1.Ack.$Properties instead.
             */

            /**
             * Shape of an Ack.
             * @typedef {phidelity.v1.Ack.$Properties} phidelity.v1.Ack.$Shape
             */

            /**
             * Constructs a new Ack.
             * @memberof phidelity.v1
             * @classdesc Represents an Ack.
             * @constructor
             * @param {phidelity.v1.Ack.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Ack = function (properties) {
                this.leases = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Ack term.
             * @member {number} term
             * @memberof phidelity.v1.Ack
             * @instance
             */
            Ack.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Ack incarnation.
             * @member {number} incarnation
             * @memberof phidelity.v1.Ack
             * @instance
             */
            Ack.prototype.incarnation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Ack sequence.
             * @member {number} sequence
             * @memberof phidelity.v1.Ack
             * @instance
             */
            Ack.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Ack reportVersion.
             * @member {number} reportVersion
             * @memberof phidelity.v1.Ack
             * @instance
             */
            Ack.prototype.reportVersion = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Ack leases.
             * @member {Array.<phidelity.v1.LeaseGrant.$Properties>} leases
             * @memberof phidelity.v1.Ack
             * @instance
             */
            Ack.prototype.leases = $util.emptyArray;

            /**
             * Creates a new Ack instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.Ack
             * @static
             * @param {phidelity.v1.Ack.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.Ack} Ack instance
             * @type {{
             *   (properties: phidelity.v1.Ack.$Shape): phidelity.v1.Ack & phidelity.v1.Ack.$Shape;
             *   (properties?: phidelity.v1.Ack.$Properties): phidelity.v1.Ack;
             * }}
             */
            Ack.create = function(properties) {
                return new Ack(properties);
            };

            /**
             * Encodes the specified Ack message. Does not implicitly {@link phidelity.v1.Ack.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.Ack
             * @static
             * @param {phidelity.v1.Ack.$Properties} message Ack message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Ack.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.term);
                if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation") && (typeof message.incarnation === "object" ? message.incarnation.low || message.incarnation.high : message.incarnation !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.incarnation);
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.sequence);
                if (message.reportVersion != null && $Object.hasOwnProperty.call(message, "reportVersion") && (typeof message.reportVersion === "object" ? message.reportVersion.low || message.reportVersion.high : message.reportVersion !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.reportVersion);
                if (message.leases != null && message.leases.length)
                    for (let i = 0; i < message.leases.length; ++i)
                        $root.phidelity.v1.LeaseGrant.encode(message.leases[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Ack message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.Ack
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.Ack & phidelity.v1.Ack.$Shape} Ack
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Ack.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.Ack();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.term = value;
                            else
                                delete message.term;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.incarnation = value;
                            else
                                delete message.incarnation;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.sequence = value;
                            else
                                delete message.sequence;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.reportVersion = value;
                            else
                                delete message.reportVersion;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.leases && message.leases.length))
                                message.leases = [];
                            message.leases.push($root.phidelity.v1.LeaseGrant.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Ack;
        })();

        v1.GroupView = (function() {

            /**
             * Properties of a GroupView.
             * @typedef {Object} phidelity.v1.GroupView.$Properties
             * @property {string|null} [group] GroupView group
             * @property {phidelity.v1.GroupMode|null} [mode] GroupView mode
             * @property {number|null} [epoch] GroupView epoch
             * @property {string|null} [active] GroupView active
             * @property {string|null} [activeAddress] GroupView activeAddress
             * @property {boolean|null} [serving] GroupView serving
             * @property {string|null} [oldNode] GroupView oldNode
             * @property {phidelity.v1.Order|null} [order] GroupView order
             * @property {number|null} [orderEpoch] GroupView orderEpoch
             * @property {number|null} [orderNumber] GroupView orderNumber
             * @property {string|null} [reason] GroupView reason
             * @property {number|null} [releasedEpoch] GroupView releasedEpoch
             * @property {boolean|null} [failsafe] GroupView failsafe
             * @property {number|null} [leaseMs] GroupView leaseMs
             * @property {number|null} [drift] GroupView drift
             * @property {Array.<string>|null} [members] GroupView members
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GroupView.
             * @memberof phidelity.v1
             * @interface IGroupView
             * @augments phidelity.v1.GroupView.$Properties
             * @deprecated Use phidelity.v1.GroupView.$Properties instead.
             */

            /**
             * Shape of a GroupView.
             * @typedef {phidelity.v1.GroupView.$Properties} phidelity.v1.GroupView.$Shape
             */

            /**
             * Constructs a new GroupView.
             * @memberof phidelity.v1
             * @classdesc Represents a GroupView.
             * @constructor
             * @param {phidelity.v1.GroupView.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GroupView = function (properties) {
                this.members = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GroupView group.
             * @member {string} group
             * @memberof phidelity.v1.GroupView
             * @instance
             */
            GroupView.prototype.group = "";

            /**
             * GroupView mode.
             * @member {phidelity.v1.GroupMode} mode
             * @memberof phidelity.v1.GroupView
             * @instance
             */
            GroupView.prototype.mode = 0;

            /**
             * GroupView epoch.
             * @member {number} epoch
             * @memberof phidelity.v1.GroupView
             * @instance
             */
            GroupView.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * GroupView active.
             * @member {string} active
             * @memberof phidelity.v1.GroupView
             * @instance
             */
            GroupView.prototype.active = "";

            /**
             * GroupView activeAddress.
             * @member {string} activeAddress
             * @memberof phidelity.v1.GroupView
             * @instance
             */
            GroupView.prototype.activeAddress = "";

            /**
             * GroupView serving.
             * @member {boolean} serving
             * @memberof phidelity.v1.GroupView
             * @instance
             */
            GroupView.prototype.serving = false;

            /**
             * GroupView oldNode.
             * @member {string} oldNode
             * @memberof phidelity.v1.GroupView
             * @instance
             */
            GroupView.prototype.oldNode = "";

            /**
             * GroupView order.
             * @member {phidelity.v1.Order} order
             * @memberof phidelity.v1.GroupView
             * @instance
             */
            GroupView.prototype.order = 0;

            /**
             * GroupView orderEpoch.
             * @member {number} orderEpoch
             * @memberof phidelity.v1.GroupView
             * @instance
             */
            GroupView.prototype.orderEpoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * GroupView orderNumber.
             * @member {number} orderNumber
             * @memberof phidelity.v1.GroupView
             * @instance
             */
            GroupView.prototype.orderNumber = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * GroupView reason.
             * @member {string} reason
             * @memberof phidelity.v1.GroupView
             * @instance
             */
            GroupView.prototype.reason = "";

            /**
             * GroupView releasedEpoch.
             * @member {number} releasedEpoch
             * @memberof phidelity.v1.GroupView
             * @instance
             */
            GroupView.prototype.releasedEpoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * GroupView failsafe.
             * @member {boolean} failsafe
             * @memberof phidelity.v1.GroupView
             * @instance
             */
            GroupView.prototype.failsafe = false;

            /**
             * GroupView leaseMs.
             * @member {number} leaseMs
             * @memberof phidelity.v1.GroupView
             * @instance
             */
            GroupView.prototype.leaseMs = 0;

            /**
             * GroupView drift.
             * @member {number} drift
             * @memberof phidelity.v1.GroupView
             * @instance
             */
            GroupView.prototype.drift = 0;

            /**
             * GroupView members.
             * @member {Array.<string>} members
             * @memberof phidelity.v1.GroupView
             * @instance
             */
            GroupView.prototype.members = $util.emptyArray;

            /**
             * Creates a new GroupView instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.GroupView
             * @static
             * @param {phidelity.v1.GroupView.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.GroupView} GroupView instance
             * @type {{
             *   (properties: phidelity.v1.GroupView.$Shape): phidelity.v1.GroupView & phidelity.v1.GroupView.$Shape;
             *   (properties?: phidelity.v1.GroupView.$Properties): phidelity.v1.GroupView;
             * }}
             */
            GroupView.create = function(properties) {
                return new GroupView(properties);
            };

            /**
             * Encodes the specified GroupView message. Does not implicitly {@link phidelity.v1.GroupView.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.GroupView
             * @static
             * @param {phidelity.v1.GroupView.$Properties} message GroupView message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GroupView.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.group);
                if (message.mode != null && $Object.hasOwnProperty.call(message, "mode") && message.mode !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.mode);
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.epoch);
                if (message.active != null && $Object.hasOwnProperty.call(message, "active") && message.active !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.active);
                if (message.activeAddress != null && $Object.hasOwnProperty.call(message, "activeAddress") && message.activeAddress !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.activeAddress);
                if (message.serving != null && $Object.hasOwnProperty.call(message, "serving") && message.serving !== false)
                    writer.uint32(/* id 6, wireType 0 =*/48).bool(message.serving);
                if (message.oldNode != null && $Object.hasOwnProperty.call(message, "oldNode") && message.oldNode !== "")
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.oldNode);
                if (message.order != null && $Object.hasOwnProperty.call(message, "order") && message.order !== 0)
                    writer.uint32(/* id 8, wireType 0 =*/64).int32(message.order);
                if (message.orderEpoch != null && $Object.hasOwnProperty.call(message, "orderEpoch") && (typeof message.orderEpoch === "object" ? message.orderEpoch.low || message.orderEpoch.high : message.orderEpoch !== 0))
                    writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.orderEpoch);
                if (message.orderNumber != null && $Object.hasOwnProperty.call(message, "orderNumber") && (typeof message.orderNumber === "object" ? message.orderNumber.low || message.orderNumber.high : message.orderNumber !== 0))
                    writer.uint32(/* id 10, wireType 0 =*/80).uint64(message.orderNumber);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 11, wireType 2 =*/90).string(message.reason);
                if (message.releasedEpoch != null && $Object.hasOwnProperty.call(message, "releasedEpoch") && (typeof message.releasedEpoch === "object" ? message.releasedEpoch.low || message.releasedEpoch.high : message.releasedEpoch !== 0))
                    writer.uint32(/* id 12, wireType 0 =*/96).uint64(message.releasedEpoch);
                if (message.failsafe != null && $Object.hasOwnProperty.call(message, "failsafe") && message.failsafe !== false)
                    writer.uint32(/* id 13, wireType 0 =*/104).bool(message.failsafe);
                if (message.leaseMs != null && $Object.hasOwnProperty.call(message, "leaseMs") && !$Object.is(message.leaseMs, 0))
                    writer.uint32(/* id 14, wireType 1 =*/113).double(message.leaseMs);
                if (message.drift != null && $Object.hasOwnProperty.call(message, "drift") && !$Object.is(message.drift, 0))
                    writer.uint32(/* id 15, wireType 1 =*/121).double(message.drift);
                if (message.members != null && message.members.length)
                    for (let i = 0; i < message.members.length; ++i)
                        writer.uint32(/* id 16, wireType 2 =*/130).string(message.members[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GroupView message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.GroupView
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.GroupView & phidelity.v1.GroupView.$Shape} GroupView
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GroupView.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.GroupView();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.group = value;
                            else
                                delete message.group;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.mode = value;
                            else
                                delete message.mode;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.epoch = value;
                            else
                                delete message.epoch;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.active = value;
                            else
                                delete message.active;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.activeAddress = value;
                            else
                                delete message.activeAddress;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.serving = value;
                            else
                                delete message.serving;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.oldNode = value;
                            else
                                delete message.oldNode;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.order = value;
                            else
                                delete message.order;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.orderEpoch = value;
                            else
                                delete message.orderEpoch;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.orderNumber = value;
                            else
                                delete message.orderNumber;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.releasedEpoch = value;
                            else
                                delete message.releasedEpoch;
                            continue;
                        }
                    case 13: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.failsafe = value;
                            else
                                delete message.failsafe;
                            continue;
                        }
                    case 14: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.leaseMs = value;
                            else
                                delete message.leaseMs;
                            continue;
                        }
                    case 15: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.drift = value;
                            else
                                delete message.drift;
                            continue;
                        }
                    case 16: {
                            if (wireType !== 2)
                                break;
                            if (!(message.members && message.members.length))
                                message.members = [];
                            message.members.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return GroupView;
        })();

        v1.Peer = (function() {

            /**
             * Properties of a Peer.
             * @typedef {Object} phidelity.v1.Peer.$Properties
             * @property {string|null} [node] Peer node
             * @property {string|null} [listen] Peer listen
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Peer.
             * @memberof phidelity.v1
             * @interface IPeer
             * @augments phidelity.v1.Peer.$Properties
             * @deprecated Use phidelity.v1.Peer.$Properties instead.
             */

            /**
             * Shape of a Peer.
             * @typedef {phidelity.v1.Peer.$Properties} phidelity.v1.Peer.$Shape
             */

            /**
             * Constructs a new Peer.
             * @memberof phidelity.v1
             * @classdesc Represents a Peer.
             * @constructor
             * @param {phidelity.v1.Peer.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Peer = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Peer node.
             * @member {string} node
             * @memberof phidelity.v1.Peer
             * @instance
             */
            Peer.prototype.node = "";

            /**
             * Peer listen.
             * @member {string} listen
             * @memberof phidelity.v1.Peer
             * @instance
             */
            Peer.prototype.listen = "";

            /**
             * Creates a new Peer instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.Peer
             * @static
             * @param {phidelity.v1.Peer.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.Peer} Peer instance
             * @type {{
             *   (properties: phidelity.v1.Peer.$Shape): phidelity.v1.Peer & phidelity.v1.Peer.$Shape;
             *   (properties?: phidelity.v1.Peer.$Properties): phidelity.v1.Peer;
             * }}
             */
            Peer.create = function(properties) {
                return new Peer(properties);
            };

            /**
             * Encodes the specified Peer message. Does not implicitly {@link phidelity.v1.Peer.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.Peer
             * @static
             * @param {phidelity.v1.Peer.$Properties} message Peer message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Peer.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.node);
                if (message.listen != null && $Object.hasOwnProperty.call(message, "listen") && message.listen !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.listen);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Peer message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.Peer
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.Peer & phidelity.v1.Peer.$Shape} Peer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Peer.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.Peer();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.listen = value;
                            else
                                delete message.listen;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Peer;
        })();

        v1.View = (function() {

            /**
             * Properties of a View.
             * @typedef {Object} phidelity.v1.View.$Properties
             * @property {number|null} [term] View term
             * @property {number|null} [version] View version
             * @property {Array.<phidelity.v1.GroupView.$Properties>|null} [groups] View groups
             * @property {Array.<phidelity.v1.Peer.$Properties>|null} [peers] View peers
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a View.
             * @memberof phidelity.v1
             * @interface IView
             * @augments phidelity.v1.View.$Properties
             * @deprecated Use phidelity.v1.View.$Properties instead.
             */

            /**
             * Shape of a View.
             * @typedef {phidelity.v1.View.$Properties} phidelity.v1.View.$Shape
             */

            /**
             * Constructs a new View.
             * @memberof phidelity.v1
             * @classdesc Represents a View.
             * @constructor
             * @param {phidelity.v1.View.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const View = function (properties) {
                this.groups = [];
                this.peers = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * View term.
             * @member {number} term
             * @memberof phidelity.v1.View
             * @instance
             */
            View.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * View version.
             * @member {number} version
             * @memberof phidelity.v1.View
             * @instance
             */
            View.prototype.version = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * View groups.
             * @member {Array.<phidelity.v1.GroupView.$Properties>} groups
             * @memberof phidelity.v1.View
             * @instance
             */
            View.prototype.groups = $util.emptyArray;

            /**
             * View peers.
             * @member {Array.<phidelity.v1.Peer.$Properties>} peers
             * @memberof phidelity.v1.View
             * @instance
             */
            View.prototype.peers = $util.emptyArray;

            /**
             * Creates a new View instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.View
             * @static
             * @param {phidelity.v1.View.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.View} View instance
             * @type {{
             *   (properties: phidelity.v1.View.$Shape): phidelity.v1.View & phidelity.v1.View.$Shape;
             *   (properties?: phidelity.v1.View.$Properties): phidelity.v1.View;
             * }}
             */
            View.create = function(properties) {
                return new View(properties);
            };

            /**
             * Encodes the specified View message. Does not implicitly {@link phidelity.v1.View.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.View
             * @static
             * @param {phidelity.v1.View.$Properties} message View message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            View.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.term);
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && (typeof message.version === "object" ? message.version.low || message.version.high : message.version !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.version);
                if (message.groups != null && message.groups.length)
                    for (let i = 0; i < message.groups.length; ++i)
                        $root.phidelity.v1.GroupView.encode(message.groups[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.peers != null && message.peers.length)
                    for (let i = 0; i < message.peers.length; ++i)
                        $root.phidelity.v1.Peer.encode(message.peers[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a View message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.View
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.View & phidelity.v1.View.$Shape} View
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            View.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.View();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.term = value;
                            else
                                delete message.term;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.groups && message.groups.length))
                                message.groups = [];
                            message.groups.push($root.phidelity.v1.GroupView.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.peers && message.peers.length))
                                message.peers = [];
                            message.peers.push($root.phidelity.v1.Peer.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return View;
        })();

        v1.Probe = (function() {

            /**
             * Properties of a Probe.
             * @typedef {Object} phidelity.v1.Probe.$Properties
             * @property {number|null} [probe] Probe probe
             * @property {string|null} [subject] Probe subject
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Probe.
             * @memberof phidelity.v1
             * @interface IProbe
             * @augments phidelity.v1.Probe.$Properties
             * @deprecated Use phidelity.v1.Probe.$Properties instead.
             */

            /**
             * Shape of a Probe.
             * @typedef {phidelity.v1.Probe.$Properties} phidelity.v1.Probe.$Shape
             */

            /**
             * Constructs a new Probe.
             * @memberof phidelity.v1
             * @classdesc Represents a Probe.
             * @constructor
             * @param {phidelity.v1.Probe.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Probe = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Probe probe.
             * @member {number} probe
             * @memberof phidelity.v1.Probe
             * @instance
             */
            Probe.prototype.probe = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Probe subject.
             * @member {string} subject
             * @memberof phidelity.v1.Probe
             * @instance
             */
            Probe.prototype.subject = "";

            /**
             * Creates a new Probe instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.Probe
             * @static
             * @param {phidelity.v1.Probe.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.Probe} Probe instance
             * @type {{
             *   (properties: phidelity.v1.Probe.$Shape): phidelity.v1.Probe & phidelity.v1.Probe.$Shape;
             *   (properties?: phidelity.v1.Probe.$Properties): phidelity.v1.Probe;
             * }}
             */
            Probe.create = function(properties) {
                return new Probe(properties);
            };

            /**
             * Encodes the specified Probe message. Does not implicitly {@link phidelity.v1.Probe.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.Probe
             * @static
             * @param {phidelity.v1.Probe.$Properties} message Probe message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Probe.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.probe != null && $Object.hasOwnProperty.call(message, "probe") && (typeof message.probe === "object" ? message.probe.low || message.probe.high : message.probe !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.probe);
                if (message.subject != null && $Object.hasOwnProperty.call(message, "subject") && message.subject !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.subject);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Probe message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.Probe
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.Probe & phidelity.v1.Probe.$Shape} Probe
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Probe.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.Probe();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.probe = value;
                            else
                                delete message.probe;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.subject = value;
                            else
                                delete message.subject;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Probe;
        })();

        v1.Envelope = (function() {

            /**
             * Properties of an Envelope.
             * @typedef {Object} phidelity.v1.Envelope.$Properties
             * @property {phidelity.v1.Heartbeat.$Properties|null} [heartbeat] Envelope heartbeat
             * @property {phidelity.v1.Ack.$Properties|null} [ack] Envelope ack
             * @property {phidelity.v1.View.$Properties|null} [view] Envelope view
             * @property {phidelity.v1.Hello.$Properties|null} [hello] Envelope hello
             * @property {phidelity.v1.Welcome.$Properties|null} [welcome] Envelope welcome
             * @property {phidelity.v1.Refused.$Properties|null} [refused] Envelope refused
             * @property {phidelity.v1.Leave.$Properties|null} [leave] Envelope leave
             * @property {phidelity.v1.HookResult.$Properties|null} [hookResult] Envelope hookResult
             * @property {phidelity.v1.Probe.$Properties|null} [probe] Envelope probe
             * @property {phidelity.v1.ProbeAnswer.$Properties|null} [probeAnswer] Envelope probeAnswer
             * @property {phidelity.v1.PeerBeat.$Properties|null} [peerBeat] Envelope peerBeat
             * @property {phidelity.v1.PeerPromise.$Properties|null} [peerPromise] Envelope peerPromise
             * @property {phidelity.v1.Relay.$Properties|null} [relay] Envelope relay
             * @property {phidelity.v1.Pulse.$Properties|null} [pulse] Envelope pulse
             * @property {phidelity.v1.WatchRequest.$Properties|null} [watch] Envelope watch
             * @property {phidelity.v1.MembersUpdate.$Properties|null} [members] Envelope members
             * @property {phidelity.v1.EventUpdate.$Properties|null} [event] Envelope event
             * @property {phidelity.v1.Command.$Properties|null} [command] Envelope command
             * @property {phidelity.v1.Progress.$Properties|null} [progress] Envelope progress
             * @property {phidelity.v1.Outcome.$Properties|null} [outcome] Envelope outcome
             * @property {"heartbeat"|"ack"|"view"|"hello"|"welcome"|"refused"|"leave"|"hookResult"|"probe"|"probeAnswer"|"peerBeat"|"peerPromise"|"relay"|"pulse"|"watch"|"members"|"event"|"command"|"progress"|"outcome"} [body] Envelope body
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Envelope.
             * @memberof phidelity.v1
             * @interface IEnvelope
             * @augments phidelity.v1.Envelope.$Properties
             * @deprecated Use phidelity.v1.Envelope.$Properties instead.
             */

            /**
             * Narrowed shape of an Envelope.
             * @typedef {{
             *   heartbeat?: phidelity.v1.Heartbeat.$Shape|null;
             *   ack?: phidelity.v1.Ack.$Shape|null;
             *   view?: phidelity.v1.View.$Shape|null;
             *   hello?: phidelity.v1.Hello.$Shape|null;
             *   welcome?: phidelity.v1.Welcome.$Shape|null;
             *   refused?: phidelity.v1.Refused.$Shape|null;
             *   leave?: phidelity.v1.Leave.$Shape|null;
             *   hookResult?: phidelity.v1.HookResult.$Shape|null;
             *   probe?: phidelity.v1.Probe.$Shape|null;
             *   probeAnswer?: phidelity.v1.ProbeAnswer.$Shape|null;
             *   peerBeat?: phidelity.v1.PeerBeat.$Shape|null;
             *   peerPromise?: phidelity.v1.PeerPromise.$Shape|null;
             *   relay?: phidelity.v1.Relay.$Shape|null;
             *   pulse?: phidelity.v1.Pulse.$Shape|null;
             *   watch?: phidelity.v1.WatchRequest.$Shape|null;
             *   members?: phidelity.v1.MembersUpdate.$Shape|null;
             *   event?: phidelity.v1.EventUpdate.$Shape|null;
             *   command?: phidelity.v1.Command.$Shape|null;
             *   progress?: phidelity.v1.Progress.$Shape|null;
             *   outcome?: phidelity.v1.Outcome.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ body?: undefined; heartbeat?: null; ack?: null; view?: null; hello?: null; welcome?: null; refused?: null; leave?: null; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay?: null; pulse?: null; watch?: null; members?: null; event?: null; command?: null; progress?: null; outcome?: null }|{ body?: "heartbeat"; heartbeat: phidelity.v1.Heartbeat.$Shape; ack?: null; view?: null; hello?: null; welcome?: null; refused?: null; leave?: null; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay?: null; pulse?: null; watch?: null; members?: null; event?: null; command?: null; progress?: null; outcome?: null }|{ body?: "ack"; heartbeat?: null; ack: phidelity.v1.Ack.$Shape; view?: null; hello?: null; welcome?: null; refused?: null; leave?: null; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay?: null; pulse?: null; watch?: null; members?: null; event?: null; command?: null; progress?: null; outcome?: null }|{ body?: "view"; heartbeat?: null; ack?: null; view: phidelity.v1.View.$Shape; hello?: null; welcome?: null; refused?: null; leave?: null; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay?: null; pulse?: null; watch?: null; members?: null; event?: null; command?: null; progress?: null; outcome?: null }|{ body?: "hello"; heartbeat?: null; ack?: null; view?: null; hello: phidelity.v1.Hello.$Shape; welcome?: null; refused?: null; leave?: null; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay?: null; pulse?: null; watch?: null; members?: null; event?: null; command?: null; progress?: null; outcome?: null }|{ body?: "welcome"; heartbeat?: null; ack?: null; view?: null; hello?: null; welcome: phidelity.v1.Welcome.$Shape; refused?: null; leave?: null; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay?: null; pulse?: null; watch?: null; members?: null; event?: null; command?: null; progress?: null; outcome?: null }|{ body?: "refused"; heartbeat?: null; ack?: null; view?: null; hello?: null; welcome?: null; refused: phidelity.v1.Refused.$Shape; leave?: null; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay?: null; pulse?: null; watch?: null; members?: null; event?: null; command?: null; progress?: null; outcome?: null }|{ body?: "leave"; heartbeat?: null; ack?: null; view?: null; hello?: null; welcome?: null; refused?: null; leave: phidelity.v1.Leave.$Shape; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay?: null; pulse?: null; watch?: null; members?: null; event?: null; command?: null; progress?: null; outcome?: null }|{ body?: "hookResult"; heartbeat?: null; ack?: null; view?: null; hello?: null; welcome?: null; refused?: null; leave?: null; hookResult: phidelity.v1.HookResult.$Shape; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay?: null; pulse?: null; watch?: null; members?: null; event?: null; command?: null; progress?: null; outcome?: null }|{ body?: "probe"; heartbeat?: null; ack?: null; view?: null; hello?: null; welcome?: null; refused?: null; leave?: null; hookResult?: null; probe: phidelity.v1.Probe.$Shape; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay?: null; pulse?: null; watch?: null; members?: null; event?: null; command?: null; progress?: null; outcome?: null }|{ body?: "probeAnswer"; heartbeat?: null; ack?: null; view?: null; hello?: null; welcome?: null; refused?: null; leave?: null; hookResult?: null; probe?: null; probeAnswer: phidelity.v1.ProbeAnswer.$Shape; peerBeat?: null; peerPromise?: null; relay?: null; pulse?: null; watch?: null; members?: null; event?: null; command?: null; progress?: null; outcome?: null }|{ body?: "peerBeat"; heartbeat?: null; ack?: null; view?: null; hello?: null; welcome?: null; refused?: null; leave?: null; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat: phidelity.v1.PeerBeat.$Shape; peerPromise?: null; relay?: null; pulse?: null; watch?: null; members?: null; event?: null; command?: null; progress?: null; outcome?: null }|{ body?: "peerPromise"; heartbeat?: null; ack?: null; view?: null; hello?: null; welcome?: null; refused?: null; leave?: null; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise: phidelity.v1.PeerPromise.$Shape; relay?: null; pulse?: null; watch?: null; members?: null; event?: null; command?: null; progress?: null; outcome?: null }|{ body?: "relay"; heartbeat?: null; ack?: null; view?: null; hello?: null; welcome?: null; refused?: null; leave?: null; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay: phidelity.v1.Relay.$Shape; pulse?: null; watch?: null; members?: null; event?: null; command?: null; progress?: null; outcome?: null }|{ body?: "pulse"; heartbeat?: null; ack?: null; view?: null; hello?: null; welcome?: null; refused?: null; leave?: null; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay?: null; pulse: phidelity.v1.Pulse.$Shape; watch?: null; members?: null; event?: null; command?: null; progress?: null; outcome?: null }|{ body?: "watch"; heartbeat?: null; ack?: null; view?: null; hello?: null; welcome?: null; refused?: null; leave?: null; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay?: null; pulse?: null; watch: phidelity.v1.WatchRequest.$Shape; members?: null; event?: null; command?: null; progress?: null; outcome?: null }|{ body?: "members"; heartbeat?: null; ack?: null; view?: null; hello?: null; welcome?: null; refused?: null; leave?: null; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay?: null; pulse?: null; watch?: null; members: phidelity.v1.MembersUpdate.$Shape; event?: null; command?: null; progress?: null; outcome?: null }|{ body?: "event"; heartbeat?: null; ack?: null; view?: null; hello?: null; welcome?: null; refused?: null; leave?: null; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay?: null; pulse?: null; watch?: null; members?: null; event: phidelity.v1.EventUpdate.$Shape; command?: null; progress?: null; outcome?: null }|{ body?: "command"; heartbeat?: null; ack?: null; view?: null; hello?: null; welcome?: null; refused?: null; leave?: null; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay?: null; pulse?: null; watch?: null; members?: null; event?: null; command: phidelity.v1.Command.$Shape; progress?: null; outcome?: null }|{ body?: "progress"; heartbeat?: null; ack?: null; view?: null; hello?: null; welcome?: null; refused?: null; leave?: null; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay?: null; pulse?: null; watch?: null; members?: null; event?: null; command?: null; progress: phidelity.v1.Progress.$Shape; outcome?: null }|{ body?: "outcome"; heartbeat?: null; ack?: null; view?: null; hello?: null; welcome?: null; refused?: null; leave?: null; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay?: null; pulse?: null; watch?: null; members?: null; event?: null; command?: null; progress?: null; outcome: phidelity.v1.Outcome.$Shape })
             * )} phidelity.v1.Envelope.$Shape
             */

            /**
             * Constructs a new Envelope.
             * @memberof phidelity.v1
             * @classdesc Represents an Envelope.
             * @constructor
             * @param {phidelity.v1.Envelope.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Envelope = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Envelope heartbeat.
             * @member {phidelity.v1.Heartbeat.$Properties|null|undefined} heartbeat
             * @memberof phidelity.v1.Envelope
             * @instance
             */
            Envelope.prototype.heartbeat = null;

            /**
             * Envelope ack.
             * @member {phidelity.v1.Ack.$Properties|null|undefined} ack
             * @memberof phidelity.v1.Envelope
             * @instance
             */
            Envelope.prototype.ack = null;

            /**
             * Envelope view.
             * @member {phidelity.v1.View.$Properties|null|undefined} view
             * @memberof phidelity.v1.Envelope
             * @instance
             */
            Envelope.prototype.view = null;

            /**
             * Envelope hello.
             * @member {phidelity.v1.Hello.$Properties|null|undefined} hello
             * @memberof phidelity.v1.Envelope
             * @instance
             */
            Envelope.prototype.hello = null;

            /**
             * Envelope welcome.
             * @member {phidelity.v1.Welcome.$Properties|null|undefined} welcome
             * @memberof phidelity.v1.Envelope
             * @instance
             */
            Envelope.prototype.welcome = null;

            /**
             * Envelope refused.
             * @member {phidelity.v1.Refused.$Properties|null|undefined} refused
             * @memberof phidelity.v1.Envelope
             * @instance
             */
            Envelope.prototype.refused = null;

            /**
             * Envelope leave.
             * @member {phidelity.v1.Leave.$Properties|null|undefined} leave
             * @memberof phidelity.v1.Envelope
             * @instance
             */
            Envelope.prototype.leave = null;

            /**
             * Envelope hookResult.
             * @member {phidelity.v1.HookResult.$Properties|null|undefined} hookResult
             * @memberof phidelity.v1.Envelope
             * @instance
             */
            Envelope.prototype.hookResult = null;

            /**
             * Envelope probe.
             * @member {phidelity.v1.Probe.$Properties|null|undefined} probe
             * @memberof phidelity.v1.Envelope
             * @instance
             */
            Envelope.prototype.probe = null;

            /**
             * Envelope probeAnswer.
             * @member {phidelity.v1.ProbeAnswer.$Properties|null|undefined} probeAnswer
             * @memberof phidelity.v1.Envelope
             * @instance
             */
            Envelope.prototype.probeAnswer = null;

            /**
             * Envelope peerBeat.
             * @member {phidelity.v1.PeerBeat.$Properties|null|undefined} peerBeat
             * @memberof phidelity.v1.Envelope
             * @instance
             */
            Envelope.prototype.peerBeat = null;

            /**
             * Envelope peerPromise.
             * @member {phidelity.v1.PeerPromise.$Properties|null|undefined} peerPromise
             * @memberof phidelity.v1.Envelope
             * @instance
             */
            Envelope.prototype.peerPromise = null;

            /**
             * Envelope relay.
             * @member {phidelity.v1.Relay.$Properties|null|undefined} relay
             * @memberof phidelity.v1.Envelope
             * @instance
             */
            Envelope.prototype.relay = null;

            /**
             * Envelope pulse.
             * @member {phidelity.v1.Pulse.$Properties|null|undefined} pulse
             * @memberof phidelity.v1.Envelope
             * @instance
             */
            Envelope.prototype.pulse = null;

            /**
             * Envelope watch.
             * @member {phidelity.v1.WatchRequest.$Properties|null|undefined} watch
             * @memberof phidelity.v1.Envelope
             * @instance
             */
            Envelope.prototype.watch = null;

            /**
             * Envelope members.
             * @member {phidelity.v1.MembersUpdate.$Properties|null|undefined} members
             * @memberof phidelity.v1.Envelope
             * @instance
             */
            Envelope.prototype.members = null;

            /**
             * Envelope event.
             * @member {phidelity.v1.EventUpdate.$Properties|null|undefined} event
             * @memberof phidelity.v1.Envelope
             * @instance
             */
            Envelope.prototype.event = null;

            /**
             * Envelope command.
             * @member {phidelity.v1.Command.$Properties|null|undefined} command
             * @memberof phidelity.v1.Envelope
             * @instance
             */
            Envelope.prototype.command = null;

            /**
             * Envelope progress.
             * @member {phidelity.v1.Progress.$Properties|null|undefined} progress
             * @memberof phidelity.v1.Envelope
             * @instance
             */
            Envelope.prototype.progress = null;

            /**
             * Envelope outcome.
             * @member {phidelity.v1.Outcome.$Properties|null|undefined} outcome
             * @memberof phidelity.v1.Envelope
             * @instance
             */
            Envelope.prototype.outcome = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * Envelope body.
             * @member {"heartbeat"|"ack"|"view"|"hello"|"welcome"|"refused"|"leave"|"hookResult"|"probe"|"probeAnswer"|"peerBeat"|"peerPromise"|"relay"|"pulse"|"watch"|"members"|"event"|"command"|"progress"|"outcome"|undefined} body
             * @memberof phidelity.v1.Envelope
             * @instance
             */
            $Object.defineProperty(Envelope.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["heartbeat", "ack", "view", "hello", "welcome", "refused", "leave", "hookResult", "probe", "probeAnswer", "peerBeat", "peerPromise", "relay", "pulse", "watch", "members", "event", "command", "progress", "outcome"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new Envelope instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.Envelope
             * @static
             * @param {phidelity.v1.Envelope.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.Envelope} Envelope instance
             * @type {{
             *   (properties: phidelity.v1.Envelope.$Shape): phidelity.v1.Envelope & phidelity.v1.Envelope.$Shape;
             *   (properties?: phidelity.v1.Envelope.$Properties): phidelity.v1.Envelope;
             * }}
             */
            Envelope.create = function(properties) {
                return new Envelope(properties);
            };

            /**
             * Encodes the specified Envelope message. Does not implicitly {@link phidelity.v1.Envelope.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.Envelope
             * @static
             * @param {phidelity.v1.Envelope.$Properties} message Envelope message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Envelope.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.heartbeat != null && $Object.hasOwnProperty.call(message, "heartbeat"))
                    $root.phidelity.v1.Heartbeat.encode(message.heartbeat, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.ack != null && $Object.hasOwnProperty.call(message, "ack"))
                    $root.phidelity.v1.Ack.encode(message.ack, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.view != null && $Object.hasOwnProperty.call(message, "view"))
                    $root.phidelity.v1.View.encode(message.view, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                    $root.phidelity.v1.Hello.encode(message.hello, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.welcome != null && $Object.hasOwnProperty.call(message, "welcome"))
                    $root.phidelity.v1.Welcome.encode(message.welcome, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.refused != null && $Object.hasOwnProperty.call(message, "refused"))
                    $root.phidelity.v1.Refused.encode(message.refused, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.leave != null && $Object.hasOwnProperty.call(message, "leave"))
                    $root.phidelity.v1.Leave.encode(message.leave, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.hookResult != null && $Object.hasOwnProperty.call(message, "hookResult"))
                    $root.phidelity.v1.HookResult.encode(message.hookResult, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.probe != null && $Object.hasOwnProperty.call(message, "probe"))
                    $root.phidelity.v1.Probe.encode(message.probe, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.probeAnswer != null && $Object.hasOwnProperty.call(message, "probeAnswer"))
                    $root.phidelity.v1.ProbeAnswer.encode(message.probeAnswer, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                if (message.peerBeat != null && $Object.hasOwnProperty.call(message, "peerBeat"))
                    $root.phidelity.v1.PeerBeat.encode(message.peerBeat, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                if (message.peerPromise != null && $Object.hasOwnProperty.call(message, "peerPromise"))
                    $root.phidelity.v1.PeerPromise.encode(message.peerPromise, writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
                if (message.relay != null && $Object.hasOwnProperty.call(message, "relay"))
                    $root.phidelity.v1.Relay.encode(message.relay, writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
                if (message.pulse != null && $Object.hasOwnProperty.call(message, "pulse"))
                    $root.phidelity.v1.Pulse.encode(message.pulse, writer.uint32(/* id 14, wireType 2 =*/114).fork(), _depth + 1).ldelim();
                if (message.watch != null && $Object.hasOwnProperty.call(message, "watch"))
                    $root.phidelity.v1.WatchRequest.encode(message.watch, writer.uint32(/* id 16, wireType 2 =*/130).fork(), _depth + 1).ldelim();
                if (message.members != null && $Object.hasOwnProperty.call(message, "members"))
                    $root.phidelity.v1.MembersUpdate.encode(message.members, writer.uint32(/* id 17, wireType 2 =*/138).fork(), _depth + 1).ldelim();
                if (message.event != null && $Object.hasOwnProperty.call(message, "event"))
                    $root.phidelity.v1.EventUpdate.encode(message.event, writer.uint32(/* id 18, wireType 2 =*/146).fork(), _depth + 1).ldelim();
                if (message.command != null && $Object.hasOwnProperty.call(message, "command"))
                    $root.phidelity.v1.Command.encode(message.command, writer.uint32(/* id 19, wireType 2 =*/154).fork(), _depth + 1).ldelim();
                if (message.progress != null && $Object.hasOwnProperty.call(message, "progress"))
                    $root.phidelity.v1.Progress.encode(message.progress, writer.uint32(/* id 20, wireType 2 =*/162).fork(), _depth + 1).ldelim();
                if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome"))
                    $root.phidelity.v1.Outcome.encode(message.outcome, writer.uint32(/* id 21, wireType 2 =*/170).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Envelope message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.Envelope
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.Envelope & phidelity.v1.Envelope.$Shape} Envelope
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Envelope.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.Envelope();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.heartbeat = $root.phidelity.v1.Heartbeat.decode(reader, reader.size(), $undefined, _depth + 1, message.heartbeat);
                            message.body = "heartbeat";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.ack = $root.phidelity.v1.Ack.decode(reader, reader.size(), $undefined, _depth + 1, message.ack);
                            message.body = "ack";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.view = $root.phidelity.v1.View.decode(reader, reader.size(), $undefined, _depth + 1, message.view);
                            message.body = "view";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.hello = $root.phidelity.v1.Hello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                            message.body = "hello";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.welcome = $root.phidelity.v1.Welcome.decode(reader, reader.size(), $undefined, _depth + 1, message.welcome);
                            message.body = "welcome";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.refused = $root.phidelity.v1.Refused.decode(reader, reader.size(), $undefined, _depth + 1, message.refused);
                            message.body = "refused";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.leave = $root.phidelity.v1.Leave.decode(reader, reader.size(), $undefined, _depth + 1, message.leave);
                            message.body = "leave";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.hookResult = $root.phidelity.v1.HookResult.decode(reader, reader.size(), $undefined, _depth + 1, message.hookResult);
                            message.body = "hookResult";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.probe = $root.phidelity.v1.Probe.decode(reader, reader.size(), $undefined, _depth + 1, message.probe);
                            message.body = "probe";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.probeAnswer = $root.phidelity.v1.ProbeAnswer.decode(reader, reader.size(), $undefined, _depth + 1, message.probeAnswer);
                            message.body = "probeAnswer";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.peerBeat = $root.phidelity.v1.PeerBeat.decode(reader, reader.size(), $undefined, _depth + 1, message.peerBeat);
                            message.body = "peerBeat";
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.peerPromise = $root.phidelity.v1.PeerPromise.decode(reader, reader.size(), $undefined, _depth + 1, message.peerPromise);
                            message.body = "peerPromise";
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            message.relay = $root.phidelity.v1.Relay.decode(reader, reader.size(), $undefined, _depth + 1, message.relay);
                            message.body = "relay";
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            message.pulse = $root.phidelity.v1.Pulse.decode(reader, reader.size(), $undefined, _depth + 1, message.pulse);
                            message.body = "pulse";
                            continue;
                        }
                    case 16: {
                            if (wireType !== 2)
                                break;
                            message.watch = $root.phidelity.v1.WatchRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.watch);
                            message.body = "watch";
                            continue;
                        }
                    case 17: {
                            if (wireType !== 2)
                                break;
                            message.members = $root.phidelity.v1.MembersUpdate.decode(reader, reader.size(), $undefined, _depth + 1, message.members);
                            message.body = "members";
                            continue;
                        }
                    case 18: {
                            if (wireType !== 2)
                                break;
                            message.event = $root.phidelity.v1.EventUpdate.decode(reader, reader.size(), $undefined, _depth + 1, message.event);
                            message.body = "event";
                            continue;
                        }
                    case 19: {
                            if (wireType !== 2)
                                break;
                            message.command = $root.phidelity.v1.Command.decode(reader, reader.size(), $undefined, _depth + 1, message.command);
                            message.body = "command";
                            continue;
                        }
                    case 20: {
                            if (wireType !== 2)
                                break;
                            message.progress = $root.phidelity.v1.Progress.decode(reader, reader.size(), $undefined, _depth + 1, message.progress);
                            message.body = "progress";
                            continue;
                        }
                    case 21: {
                            if (wireType !== 2)
                                break;
                            message.outcome = $root.phidelity.v1.Outcome.decode(reader, reader.size(), $undefined, _depth + 1, message.outcome);
                            message.body = "outcome";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Envelope;
        })();

        /**
         * Role enum.
         * @name phidelity.v1.Role
         * @enum {number}
         * @property {number} ROLE_UNSPECIFIED=0 ROLE_UNSPECIFIED value
         * @property {number} ROLE_ACTIVE=1 ROLE_ACTIVE value
         * @property {number} ROLE_PROMOTING=2 ROLE_PROMOTING value
         * @property {number} ROLE_DEMOTING=3 ROLE_DEMOTING value
         * @property {number} ROLE_STANDBY=4 ROLE_STANDBY value
         * @property {number} ROLE_NONE=5 ROLE_NONE value
         */
        v1.Role = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "ROLE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "ROLE_ACTIVE"] = 1;
            values[valuesById[2] = "ROLE_PROMOTING"] = 2;
            values[valuesById[3] = "ROLE_DEMOTING"] = 3;
            values[valuesById[4] = "ROLE_STANDBY"] = 4;
            values[valuesById[5] = "ROLE_NONE"] = 5;
            return values;
        })();

        /**
         * Health enum.
         * @name phidelity.v1.Health
         * @enum {number}
         * @property {number} HEALTH_UNSPECIFIED=0 HEALTH_UNSPECIFIED value
         * @property {number} HEALTH_UNKNOWN=1 HEALTH_UNKNOWN value
         * @property {number} HEALTH_HEALTHY=2 HEALTH_HEALTHY value
         * @property {number} HEALTH_FAILED=3 HEALTH_FAILED value
         */
        v1.Health = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "HEALTH_UNSPECIFIED"] = 0;
            values[valuesById[1] = "HEALTH_UNKNOWN"] = 1;
            values[valuesById[2] = "HEALTH_HEALTHY"] = 2;
            values[valuesById[3] = "HEALTH_FAILED"] = 3;
            return values;
        })();

        /**
         * ReplicationRole enum.
         * @name phidelity.v1.ReplicationRole
         * @enum {number}
         * @property {number} REPLICATION_ROLE_UNSPECIFIED=0 REPLICATION_ROLE_UNSPECIFIED value
         * @property {number} REPLICATION_ROLE_PRIMARY=1 REPLICATION_ROLE_PRIMARY value
         * @property {number} REPLICATION_ROLE_REPLICA=2 REPLICATION_ROLE_REPLICA value
         * @property {number} REPLICATION_ROLE_UNKNOWN=3 REPLICATION_ROLE_UNKNOWN value
         */
        v1.ReplicationRole = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "REPLICATION_ROLE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "REPLICATION_ROLE_PRIMARY"] = 1;
            values[valuesById[2] = "REPLICATION_ROLE_REPLICA"] = 2;
            values[valuesById[3] = "REPLICATION_ROLE_UNKNOWN"] = 3;
            return values;
        })();

        /**
         * HookName enum.
         * @name phidelity.v1.HookName
         * @enum {number}
         * @property {number} HOOK_NAME_UNSPECIFIED=0 HOOK_NAME_UNSPECIFIED value
         * @property {number} HOOK_NAME_PROMOTE=1 HOOK_NAME_PROMOTE value
         * @property {number} HOOK_NAME_DEMOTE=2 HOOK_NAME_DEMOTE value
         * @property {number} HOOK_NAME_FOLLOW=3 HOOK_NAME_FOLLOW value
         * @property {number} HOOK_NAME_STATUS=4 HOOK_NAME_STATUS value
         */
        v1.HookName = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "HOOK_NAME_UNSPECIFIED"] = 0;
            values[valuesById[1] = "HOOK_NAME_PROMOTE"] = 1;
            values[valuesById[2] = "HOOK_NAME_DEMOTE"] = 2;
            values[valuesById[3] = "HOOK_NAME_FOLLOW"] = 3;
            values[valuesById[4] = "HOOK_NAME_STATUS"] = 4;
            return values;
        })();

        v1.Replication = (function() {

            /**
             * Properties of a Replication.
             * @typedef {Object} phidelity.v1.Replication.$Properties
             * @property {phidelity.v1.ReplicationRole|null} [role] Replication role
             * @property {string|null} [position] Replication position
             * @property {number|null} [lagBytes] Replication lagBytes
             * @property {boolean|null} [inSync] Replication inSync
             * @property {number|null} [run] Replication run
             * @property {Array.<string>|null} [inSyncStandbys] Replication inSyncStandbys
             * @property {boolean|null} [namesStandbys] Replication namesStandbys
             * @property {number|null} [takenAtMs] Replication takenAtMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Replication.
             * @memberof phidelity.v1
             * @interface IReplication
             * @augments phidelity.v1.Replication.$Properties
             * @deprecated Use phidelity.v1.Replication.$Properties instead.
             */

            /**
             * Shape of a Replication.
             * @typedef {phidelity.v1.Replication.$Properties} phidelity.v1.Replication.$Shape
             */

            /**
             * Constructs a new Replication.
             * @memberof phidelity.v1
             * @classdesc Represents a Replication.
             * @constructor
             * @param {phidelity.v1.Replication.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Replication = function (properties) {
                this.inSyncStandbys = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Replication role.
             * @member {phidelity.v1.ReplicationRole} role
             * @memberof phidelity.v1.Replication
             * @instance
             */
            Replication.prototype.role = 0;

            /**
             * Replication position.
             * @member {string|null|undefined} position
             * @memberof phidelity.v1.Replication
             * @instance
             */
            Replication.prototype.position = null;

            /**
             * Replication lagBytes.
             * @member {number|null|undefined} lagBytes
             * @memberof phidelity.v1.Replication
             * @instance
             */
            Replication.prototype.lagBytes = null;

            /**
             * Replication inSync.
             * @member {boolean|null|undefined} inSync
             * @memberof phidelity.v1.Replication
             * @instance
             */
            Replication.prototype.inSync = null;

            /**
             * Replication run.
             * @member {number} run
             * @memberof phidelity.v1.Replication
             * @instance
             */
            Replication.prototype.run = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Replication inSyncStandbys.
             * @member {Array.<string>} inSyncStandbys
             * @memberof phidelity.v1.Replication
             * @instance
             */
            Replication.prototype.inSyncStandbys = $util.emptyArray;

            /**
             * Replication namesStandbys.
             * @member {boolean} namesStandbys
             * @memberof phidelity.v1.Replication
             * @instance
             */
            Replication.prototype.namesStandbys = false;

            /**
             * Replication takenAtMs.
             * @member {number|null|undefined} takenAtMs
             * @memberof phidelity.v1.Replication
             * @instance
             */
            Replication.prototype.takenAtMs = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Replication.prototype, "_position", {
                get: $util.oneOfGetter($oneOfFields = ["position"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Replication.prototype, "_lagBytes", {
                get: $util.oneOfGetter($oneOfFields = ["lagBytes"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Replication.prototype, "_inSync", {
                get: $util.oneOfGetter($oneOfFields = ["inSync"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Replication.prototype, "_takenAtMs", {
                get: $util.oneOfGetter($oneOfFields = ["takenAtMs"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new Replication instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.Replication
             * @static
             * @param {phidelity.v1.Replication.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.Replication} Replication instance
             * @type {{
             *   (properties: phidelity.v1.Replication.$Shape): phidelity.v1.Replication & phidelity.v1.Replication.$Shape;
             *   (properties?: phidelity.v1.Replication.$Properties): phidelity.v1.Replication;
             * }}
             */
            Replication.create = function(properties) {
                return new Replication(properties);
            };

            /**
             * Encodes the specified Replication message. Does not implicitly {@link phidelity.v1.Replication.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.Replication
             * @static
             * @param {phidelity.v1.Replication.$Properties} message Replication message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Replication.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.role);
                if (message.position != null && $Object.hasOwnProperty.call(message, "position"))
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.position);
                if (message.lagBytes != null && $Object.hasOwnProperty.call(message, "lagBytes"))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.lagBytes);
                if (message.inSync != null && $Object.hasOwnProperty.call(message, "inSync"))
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.inSync);
                if (message.run != null && $Object.hasOwnProperty.call(message, "run") && (typeof message.run === "object" ? message.run.low || message.run.high : message.run !== 0))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.run);
                if (message.inSyncStandbys != null && message.inSyncStandbys.length)
                    for (let i = 0; i < message.inSyncStandbys.length; ++i)
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.inSyncStandbys[i]);
                if (message.namesStandbys != null && $Object.hasOwnProperty.call(message, "namesStandbys") && message.namesStandbys !== false)
                    writer.uint32(/* id 7, wireType 0 =*/56).bool(message.namesStandbys);
                if (message.takenAtMs != null && $Object.hasOwnProperty.call(message, "takenAtMs"))
                    writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.takenAtMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Replication message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.Replication
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.Replication & phidelity.v1.Replication.$Shape} Replication
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Replication.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.Replication();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.role = value;
                            else
                                delete message.role;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.position = reader.stringVerify();
                            message._position = "position";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.lagBytes = reader.uint64();
                            message._lagBytes = "lagBytes";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.inSync = reader.bool();
                            message._inSync = "inSync";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.run = value;
                            else
                                delete message.run;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.inSyncStandbys && message.inSyncStandbys.length))
                                message.inSyncStandbys = [];
                            message.inSyncStandbys.push(reader.stringVerify());
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.namesStandbys = value;
                            else
                                delete message.namesStandbys;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            message.takenAtMs = reader.uint64();
                            message._takenAtMs = "takenAtMs";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Replication;
        })();

        v1.ServiceReport = (function() {

            /**
             * Properties of a ServiceReport.
             * @typedef {Object} phidelity.v1.ServiceReport.$Properties
             * @property {string|null} [group] ServiceReport group
             * @property {phidelity.v1.Role|null} [role] ServiceReport role
             * @property {number|null} [epoch] ServiceReport epoch
             * @property {number|null} [seenEpoch] ServiceReport seenEpoch
             * @property {number|null} [releasedEpoch] ServiceReport releasedEpoch
             * @property {number|null} [failedEpoch] ServiceReport failedEpoch
             * @property {number|null} [followedEpoch] ServiceReport followedEpoch
             * @property {phidelity.v1.Health|null} [health] ServiceReport health
             * @property {boolean|null} [ready] ServiceReport ready
             * @property {number|null} [checksPassing] ServiceReport checksPassing
             * @property {number|null} [checksTotal] ServiceReport checksTotal
             * @property {string|null} [why] ServiceReport why
             * @property {phidelity.v1.Replication.$Properties|null} [replication] ServiceReport replication
             * @property {number|null} [dataEpoch] ServiceReport dataEpoch
             * @property {number|null} [promisedEpoch] ServiceReport promisedEpoch
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ServiceReport.
             * @memberof phidelity.v1
             * @interface IServiceReport
             * @augments phidelity.v1.ServiceReport.$Properties
             * @deprecated Use phidelity.v1.ServiceReport.$Properties instead.
             */

            /**
             * Shape of a ServiceReport.
             * @typedef {phidelity.v1.ServiceReport.$Properties} phidelity.v1.ServiceReport.$Shape
             */

            /**
             * Constructs a new ServiceReport.
             * @memberof phidelity.v1
             * @classdesc Represents a ServiceReport.
             * @constructor
             * @param {phidelity.v1.ServiceReport.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ServiceReport = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ServiceReport group.
             * @member {string} group
             * @memberof phidelity.v1.ServiceReport
             * @instance
             */
            ServiceReport.prototype.group = "";

            /**
             * ServiceReport role.
             * @member {phidelity.v1.Role} role
             * @memberof phidelity.v1.ServiceReport
             * @instance
             */
            ServiceReport.prototype.role = 0;

            /**
             * ServiceReport epoch.
             * @member {number} epoch
             * @memberof phidelity.v1.ServiceReport
             * @instance
             */
            ServiceReport.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ServiceReport seenEpoch.
             * @member {number} seenEpoch
             * @memberof phidelity.v1.ServiceReport
             * @instance
             */
            ServiceReport.prototype.seenEpoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ServiceReport releasedEpoch.
             * @member {number} releasedEpoch
             * @memberof phidelity.v1.ServiceReport
             * @instance
             */
            ServiceReport.prototype.releasedEpoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ServiceReport failedEpoch.
             * @member {number} failedEpoch
             * @memberof phidelity.v1.ServiceReport
             * @instance
             */
            ServiceReport.prototype.failedEpoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ServiceReport followedEpoch.
             * @member {number} followedEpoch
             * @memberof phidelity.v1.ServiceReport
             * @instance
             */
            ServiceReport.prototype.followedEpoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ServiceReport health.
             * @member {phidelity.v1.Health} health
             * @memberof phidelity.v1.ServiceReport
             * @instance
             */
            ServiceReport.prototype.health = 0;

            /**
             * ServiceReport ready.
             * @member {boolean} ready
             * @memberof phidelity.v1.ServiceReport
             * @instance
             */
            ServiceReport.prototype.ready = false;

            /**
             * ServiceReport checksPassing.
             * @member {number} checksPassing
             * @memberof phidelity.v1.ServiceReport
             * @instance
             */
            ServiceReport.prototype.checksPassing = 0;

            /**
             * ServiceReport checksTotal.
             * @member {number} checksTotal
             * @memberof phidelity.v1.ServiceReport
             * @instance
             */
            ServiceReport.prototype.checksTotal = 0;

            /**
             * ServiceReport why.
             * @member {string} why
             * @memberof phidelity.v1.ServiceReport
             * @instance
             */
            ServiceReport.prototype.why = "";

            /**
             * ServiceReport replication.
             * @member {phidelity.v1.Replication.$Properties|null|undefined} replication
             * @memberof phidelity.v1.ServiceReport
             * @instance
             */
            ServiceReport.prototype.replication = null;

            /**
             * ServiceReport dataEpoch.
             * @member {number|null|undefined} dataEpoch
             * @memberof phidelity.v1.ServiceReport
             * @instance
             */
            ServiceReport.prototype.dataEpoch = null;

            /**
             * ServiceReport promisedEpoch.
             * @member {number} promisedEpoch
             * @memberof phidelity.v1.ServiceReport
             * @instance
             */
            ServiceReport.prototype.promisedEpoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ServiceReport.prototype, "_dataEpoch", {
                get: $util.oneOfGetter($oneOfFields = ["dataEpoch"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new ServiceReport instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.ServiceReport
             * @static
             * @param {phidelity.v1.ServiceReport.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.ServiceReport} ServiceReport instance
             * @type {{
             *   (properties: phidelity.v1.ServiceReport.$Shape): phidelity.v1.ServiceReport & phidelity.v1.ServiceReport.$Shape;
             *   (properties?: phidelity.v1.ServiceReport.$Properties): phidelity.v1.ServiceReport;
             * }}
             */
            ServiceReport.create = function(properties) {
                return new ServiceReport(properties);
            };

            /**
             * Encodes the specified ServiceReport message. Does not implicitly {@link phidelity.v1.ServiceReport.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.ServiceReport
             * @static
             * @param {phidelity.v1.ServiceReport.$Properties} message ServiceReport message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ServiceReport.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.group);
                if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.role);
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.epoch);
                if (message.seenEpoch != null && $Object.hasOwnProperty.call(message, "seenEpoch") && (typeof message.seenEpoch === "object" ? message.seenEpoch.low || message.seenEpoch.high : message.seenEpoch !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.seenEpoch);
                if (message.releasedEpoch != null && $Object.hasOwnProperty.call(message, "releasedEpoch") && (typeof message.releasedEpoch === "object" ? message.releasedEpoch.low || message.releasedEpoch.high : message.releasedEpoch !== 0))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.releasedEpoch);
                if (message.failedEpoch != null && $Object.hasOwnProperty.call(message, "failedEpoch") && (typeof message.failedEpoch === "object" ? message.failedEpoch.low || message.failedEpoch.high : message.failedEpoch !== 0))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.failedEpoch);
                if (message.followedEpoch != null && $Object.hasOwnProperty.call(message, "followedEpoch") && (typeof message.followedEpoch === "object" ? message.followedEpoch.low || message.followedEpoch.high : message.followedEpoch !== 0))
                    writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.followedEpoch);
                if (message.health != null && $Object.hasOwnProperty.call(message, "health") && message.health !== 0)
                    writer.uint32(/* id 8, wireType 0 =*/64).int32(message.health);
                if (message.ready != null && $Object.hasOwnProperty.call(message, "ready") && message.ready !== false)
                    writer.uint32(/* id 9, wireType 0 =*/72).bool(message.ready);
                if (message.checksPassing != null && $Object.hasOwnProperty.call(message, "checksPassing") && message.checksPassing !== 0)
                    writer.uint32(/* id 10, wireType 0 =*/80).uint32(message.checksPassing);
                if (message.checksTotal != null && $Object.hasOwnProperty.call(message, "checksTotal") && message.checksTotal !== 0)
                    writer.uint32(/* id 11, wireType 0 =*/88).uint32(message.checksTotal);
                if (message.why != null && $Object.hasOwnProperty.call(message, "why") && message.why !== "")
                    writer.uint32(/* id 12, wireType 2 =*/98).string(message.why);
                if (message.replication != null && $Object.hasOwnProperty.call(message, "replication"))
                    $root.phidelity.v1.Replication.encode(message.replication, writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
                if (message.dataEpoch != null && $Object.hasOwnProperty.call(message, "dataEpoch"))
                    writer.uint32(/* id 14, wireType 0 =*/112).uint64(message.dataEpoch);
                if (message.promisedEpoch != null && $Object.hasOwnProperty.call(message, "promisedEpoch") && (typeof message.promisedEpoch === "object" ? message.promisedEpoch.low || message.promisedEpoch.high : message.promisedEpoch !== 0))
                    writer.uint32(/* id 15, wireType 0 =*/120).uint64(message.promisedEpoch);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ServiceReport message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.ServiceReport
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.ServiceReport & phidelity.v1.ServiceReport.$Shape} ServiceReport
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ServiceReport.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.ServiceReport();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.group = value;
                            else
                                delete message.group;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.role = value;
                            else
                                delete message.role;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.epoch = value;
                            else
                                delete message.epoch;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.seenEpoch = value;
                            else
                                delete message.seenEpoch;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.releasedEpoch = value;
                            else
                                delete message.releasedEpoch;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.failedEpoch = value;
                            else
                                delete message.failedEpoch;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.followedEpoch = value;
                            else
                                delete message.followedEpoch;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.health = value;
                            else
                                delete message.health;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.ready = value;
                            else
                                delete message.ready;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.checksPassing = value;
                            else
                                delete message.checksPassing;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.checksTotal = value;
                            else
                                delete message.checksTotal;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.why = value;
                            else
                                delete message.why;
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            message.replication = $root.phidelity.v1.Replication.decode(reader, reader.size(), $undefined, _depth + 1, message.replication);
                            continue;
                        }
                    case 14: {
                            if (wireType !== 0)
                                break;
                            message.dataEpoch = reader.uint64();
                            message._dataEpoch = "dataEpoch";
                            continue;
                        }
                    case 15: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.promisedEpoch = value;
                            else
                                delete message.promisedEpoch;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ServiceReport;
        })();

        v1.Report = (function() {

            /**
             * Properties of a Report.
             * @typedef {Object} phidelity.v1.Report.$Properties
             * @property {number|null} [version] Report version
             * @property {Array.<phidelity.v1.ServiceReport.$Properties>|null} [services] Report services
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Report.
             * @memberof phidelity.v1
             * @interface IReport
             * @augments phidelity.v1.Report.$Properties
             * @deprecated Use phidelity.v1.Report.$Properties instead.
             */

            /**
             * Shape of a Report.
             * @typedef {phidelity.v1.Report.$Properties} phidelity.v1.Report.$Shape
             */

            /**
             * Constructs a new Report.
             * @memberof phidelity.v1
             * @classdesc Represents a Report.
             * @constructor
             * @param {phidelity.v1.Report.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Report = function (properties) {
                this.services = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Report version.
             * @member {number} version
             * @memberof phidelity.v1.Report
             * @instance
             */
            Report.prototype.version = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Report services.
             * @member {Array.<phidelity.v1.ServiceReport.$Properties>} services
             * @memberof phidelity.v1.Report
             * @instance
             */
            Report.prototype.services = $util.emptyArray;

            /**
             * Creates a new Report instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.Report
             * @static
             * @param {phidelity.v1.Report.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.Report} Report instance
             * @type {{
             *   (properties: phidelity.v1.Report.$Shape): phidelity.v1.Report & phidelity.v1.Report.$Shape;
             *   (properties?: phidelity.v1.Report.$Properties): phidelity.v1.Report;
             * }}
             */
            Report.create = function(properties) {
                return new Report(properties);
            };

            /**
             * Encodes the specified Report message. Does not implicitly {@link phidelity.v1.Report.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.Report
             * @static
             * @param {phidelity.v1.Report.$Properties} message Report message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Report.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && (typeof message.version === "object" ? message.version.low || message.version.high : message.version !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.version);
                if (message.services != null && message.services.length)
                    for (let i = 0; i < message.services.length; ++i)
                        $root.phidelity.v1.ServiceReport.encode(message.services[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Report message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.Report
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.Report & phidelity.v1.Report.$Shape} Report
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Report.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.Report();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.services && message.services.length))
                                message.services = [];
                            message.services.push($root.phidelity.v1.ServiceReport.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Report;
        })();

        v1.Membership = (function() {

            /**
             * Properties of a Membership.
             * @typedef {Object} phidelity.v1.Membership.$Properties
             * @property {string|null} [group] Membership group
             * @property {string|null} [address] Membership address
             * @property {number|null} [capacity] Membership capacity
             * @property {number|null} [priority] Membership priority
             * @property {number|null} [promoteTimeoutMs] Membership promoteTimeoutMs
             * @property {number|null} [demoteTimeoutMs] Membership demoteTimeoutMs
             * @property {boolean|null} [hasStatus] Membership hasStatus
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Membership.
             * @memberof phidelity.v1
             * @interface IMembership
             * @augments phidelity.v1.Membership.$Properties
             * @deprecated Use phidelity.v1.Membership.$Properties instead.
             */

            /**
             * Shape of a Membership.
             * @typedef {phidelity.v1.Membership.$Properties} phidelity.v1.Membership.$Shape
             */

            /**
             * Constructs a new Membership.
             * @memberof phidelity.v1
             * @classdesc Represents a Membership.
             * @constructor
             * @param {phidelity.v1.Membership.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Membership = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Membership group.
             * @member {string} group
             * @memberof phidelity.v1.Membership
             * @instance
             */
            Membership.prototype.group = "";

            /**
             * Membership address.
             * @member {string} address
             * @memberof phidelity.v1.Membership
             * @instance
             */
            Membership.prototype.address = "";

            /**
             * Membership capacity.
             * @member {number} capacity
             * @memberof phidelity.v1.Membership
             * @instance
             */
            Membership.prototype.capacity = 0;

            /**
             * Membership priority.
             * @member {number} priority
             * @memberof phidelity.v1.Membership
             * @instance
             */
            Membership.prototype.priority = 0;

            /**
             * Membership promoteTimeoutMs.
             * @member {number} promoteTimeoutMs
             * @memberof phidelity.v1.Membership
             * @instance
             */
            Membership.prototype.promoteTimeoutMs = 0;

            /**
             * Membership demoteTimeoutMs.
             * @member {number} demoteTimeoutMs
             * @memberof phidelity.v1.Membership
             * @instance
             */
            Membership.prototype.demoteTimeoutMs = 0;

            /**
             * Membership hasStatus.
             * @member {boolean} hasStatus
             * @memberof phidelity.v1.Membership
             * @instance
             */
            Membership.prototype.hasStatus = false;

            /**
             * Creates a new Membership instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.Membership
             * @static
             * @param {phidelity.v1.Membership.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.Membership} Membership instance
             * @type {{
             *   (properties: phidelity.v1.Membership.$Shape): phidelity.v1.Membership & phidelity.v1.Membership.$Shape;
             *   (properties?: phidelity.v1.Membership.$Properties): phidelity.v1.Membership;
             * }}
             */
            Membership.create = function(properties) {
                return new Membership(properties);
            };

            /**
             * Encodes the specified Membership message. Does not implicitly {@link phidelity.v1.Membership.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.Membership
             * @static
             * @param {phidelity.v1.Membership.$Properties} message Membership message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Membership.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.group);
                if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.address);
                if (message.capacity != null && $Object.hasOwnProperty.call(message, "capacity") && !$Object.is(message.capacity, 0))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.capacity);
                if (message.priority != null && $Object.hasOwnProperty.call(message, "priority") && message.priority !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.priority);
                if (message.promoteTimeoutMs != null && $Object.hasOwnProperty.call(message, "promoteTimeoutMs") && !$Object.is(message.promoteTimeoutMs, 0))
                    writer.uint32(/* id 5, wireType 1 =*/41).double(message.promoteTimeoutMs);
                if (message.demoteTimeoutMs != null && $Object.hasOwnProperty.call(message, "demoteTimeoutMs") && !$Object.is(message.demoteTimeoutMs, 0))
                    writer.uint32(/* id 6, wireType 1 =*/49).double(message.demoteTimeoutMs);
                if (message.hasStatus != null && $Object.hasOwnProperty.call(message, "hasStatus") && message.hasStatus !== false)
                    writer.uint32(/* id 7, wireType 0 =*/56).bool(message.hasStatus);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Membership message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.Membership
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.Membership & phidelity.v1.Membership.$Shape} Membership
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Membership.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.Membership();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.group = value;
                            else
                                delete message.group;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.address = value;
                            else
                                delete message.address;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.capacity = value;
                            else
                                delete message.capacity;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.priority = value;
                            else
                                delete message.priority;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.promoteTimeoutMs = value;
                            else
                                delete message.promoteTimeoutMs;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.demoteTimeoutMs = value;
                            else
                                delete message.demoteTimeoutMs;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.hasStatus = value;
                            else
                                delete message.hasStatus;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Membership;
        })();

        v1.Hello = (function() {

            /**
             * Properties of a Hello.
             * @typedef {Object} phidelity.v1.Hello.$Properties
             * @property {number|null} [protocolMin] Hello protocolMin
             * @property {number|null} [protocolMax] Hello protocolMax
             * @property {string|null} [software] Hello software
             * @property {string|null} [node] Hello node
             * @property {number|null} [incarnation] Hello incarnation
             * @property {string|null} [zone] Hello zone
             * @property {string|null} [listen] Hello listen
             * @property {number|null} [intervalMs] Hello intervalMs
             * @property {Array.<phidelity.v1.Membership.$Properties>|null} [memberships] Hello memberships
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Hello.
             * @memberof phidelity.v1
             * @interface IHello
             * @augments phidelity.v1.Hello.$Properties
             * @deprecated Use phidelity.v1.Hello.$Properties instead.
             */

            /**
             * Shape of a Hello.
             * @typedef {phidelity.v1.Hello.$Properties} phidelity.v1.Hello.$Shape
             */

            /**
             * Constructs a new Hello.
             * @memberof phidelity.v1
             * @classdesc Represents a Hello.
             * @constructor
             * @param {phidelity.v1.Hello.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Hello = function (properties) {
                this.memberships = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Hello protocolMin.
             * @member {number} protocolMin
             * @memberof phidelity.v1.Hello
             * @instance
             */
            Hello.prototype.protocolMin = 0;

            /**
             * Hello protocolMax.
             * @member {number} protocolMax
             * @memberof phidelity.v1.Hello
             * @instance
             */
            Hello.prototype.protocolMax = 0;

            /**
             * Hello software.
             * @member {string} software
             * @memberof phidelity.v1.Hello
             * @instance
             */
            Hello.prototype.software = "";

            /**
             * Hello node.
             * @member {string} node
             * @memberof phidelity.v1.Hello
             * @instance
             */
            Hello.prototype.node = "";

            /**
             * Hello incarnation.
             * @member {number} incarnation
             * @memberof phidelity.v1.Hello
             * @instance
             */
            Hello.prototype.incarnation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Hello zone.
             * @member {string} zone
             * @memberof phidelity.v1.Hello
             * @instance
             */
            Hello.prototype.zone = "";

            /**
             * Hello listen.
             * @member {string} listen
             * @memberof phidelity.v1.Hello
             * @instance
             */
            Hello.prototype.listen = "";

            /**
             * Hello intervalMs.
             * @member {number} intervalMs
             * @memberof phidelity.v1.Hello
             * @instance
             */
            Hello.prototype.intervalMs = 0;

            /**
             * Hello memberships.
             * @member {Array.<phidelity.v1.Membership.$Properties>} memberships
             * @memberof phidelity.v1.Hello
             * @instance
             */
            Hello.prototype.memberships = $util.emptyArray;

            /**
             * Creates a new Hello instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.Hello
             * @static
             * @param {phidelity.v1.Hello.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.Hello} Hello instance
             * @type {{
             *   (properties: phidelity.v1.Hello.$Shape): phidelity.v1.Hello & phidelity.v1.Hello.$Shape;
             *   (properties?: phidelity.v1.Hello.$Properties): phidelity.v1.Hello;
             * }}
             */
            Hello.create = function(properties) {
                return new Hello(properties);
            };

            /**
             * Encodes the specified Hello message. Does not implicitly {@link phidelity.v1.Hello.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.Hello
             * @static
             * @param {phidelity.v1.Hello.$Properties} message Hello message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Hello.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.protocolMin != null && $Object.hasOwnProperty.call(message, "protocolMin") && message.protocolMin !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.protocolMin);
                if (message.protocolMax != null && $Object.hasOwnProperty.call(message, "protocolMax") && message.protocolMax !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.protocolMax);
                if (message.software != null && $Object.hasOwnProperty.call(message, "software") && message.software !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.software);
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.node);
                if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation") && (typeof message.incarnation === "object" ? message.incarnation.low || message.incarnation.high : message.incarnation !== 0))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.incarnation);
                if (message.zone != null && $Object.hasOwnProperty.call(message, "zone") && message.zone !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.zone);
                if (message.listen != null && $Object.hasOwnProperty.call(message, "listen") && message.listen !== "")
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.listen);
                if (message.intervalMs != null && $Object.hasOwnProperty.call(message, "intervalMs") && !$Object.is(message.intervalMs, 0))
                    writer.uint32(/* id 8, wireType 1 =*/65).double(message.intervalMs);
                if (message.memberships != null && message.memberships.length)
                    for (let i = 0; i < message.memberships.length; ++i)
                        $root.phidelity.v1.Membership.encode(message.memberships[i], writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Hello message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.Hello
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.Hello & phidelity.v1.Hello.$Shape} Hello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Hello.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.Hello();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.protocolMin = value;
                            else
                                delete message.protocolMin;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.protocolMax = value;
                            else
                                delete message.protocolMax;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.software = value;
                            else
                                delete message.software;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.incarnation = value;
                            else
                                delete message.incarnation;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.zone = value;
                            else
                                delete message.zone;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.listen = value;
                            else
                                delete message.listen;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.intervalMs = value;
                            else
                                delete message.intervalMs;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if (!(message.memberships && message.memberships.length))
                                message.memberships = [];
                            message.memberships.push($root.phidelity.v1.Membership.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Hello;
        })();

        v1.Heartbeat = (function() {

            /**
             * Properties of a Heartbeat.
             * @typedef {Object} phidelity.v1.Heartbeat.$Properties
             * @property {string|null} [node] Heartbeat node
             * @property {number|null} [incarnation] Heartbeat incarnation
             * @property {number|null} [sequence] Heartbeat sequence
             * @property {number|null} [slot] Heartbeat slot
             * @property {number|null} [sentAtMs] Heartbeat sentAtMs
             * @property {number|null} [loopLagMs] Heartbeat loopLagMs
             * @property {number|null} [viewVersion] Heartbeat viewVersion
             * @property {phidelity.v1.Report.$Properties|null} [report] Heartbeat report
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Heartbeat.
             * @memberof phidelity.v1
             * @interface IHeartbeat
             * @augments phidelity.v1.Heartbeat.$Properties
             * @deprecated Use phidelity.v1.Heartbeat.$Properties instead.
             */

            /**
             * Shape of a Heartbeat.
             * @typedef {phidelity.v1.Heartbeat.$Properties} phidelity.v1.Heartbeat.$Shape
             */

            /**
             * Constructs a new Heartbeat.
             * @memberof phidelity.v1
             * @classdesc Represents a Heartbeat.
             * @constructor
             * @param {phidelity.v1.Heartbeat.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Heartbeat = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Heartbeat node.
             * @member {string} node
             * @memberof phidelity.v1.Heartbeat
             * @instance
             */
            Heartbeat.prototype.node = "";

            /**
             * Heartbeat incarnation.
             * @member {number} incarnation
             * @memberof phidelity.v1.Heartbeat
             * @instance
             */
            Heartbeat.prototype.incarnation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Heartbeat sequence.
             * @member {number} sequence
             * @memberof phidelity.v1.Heartbeat
             * @instance
             */
            Heartbeat.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Heartbeat slot.
             * @member {number} slot
             * @memberof phidelity.v1.Heartbeat
             * @instance
             */
            Heartbeat.prototype.slot = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Heartbeat sentAtMs.
             * @member {number} sentAtMs
             * @memberof phidelity.v1.Heartbeat
             * @instance
             */
            Heartbeat.prototype.sentAtMs = 0;

            /**
             * Heartbeat loopLagMs.
             * @member {number} loopLagMs
             * @memberof phidelity.v1.Heartbeat
             * @instance
             */
            Heartbeat.prototype.loopLagMs = 0;

            /**
             * Heartbeat viewVersion.
             * @member {number} viewVersion
             * @memberof phidelity.v1.Heartbeat
             * @instance
             */
            Heartbeat.prototype.viewVersion = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Heartbeat report.
             * @member {phidelity.v1.Report.$Properties|null|undefined} report
             * @memberof phidelity.v1.Heartbeat
             * @instance
             */
            Heartbeat.prototype.report = null;

            /**
             * Creates a new Heartbeat instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.Heartbeat
             * @static
             * @param {phidelity.v1.Heartbeat.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.Heartbeat} Heartbeat instance
             * @type {{
             *   (properties: phidelity.v1.Heartbeat.$Shape): phidelity.v1.Heartbeat & phidelity.v1.Heartbeat.$Shape;
             *   (properties?: phidelity.v1.Heartbeat.$Properties): phidelity.v1.Heartbeat;
             * }}
             */
            Heartbeat.create = function(properties) {
                return new Heartbeat(properties);
            };

            /**
             * Encodes the specified Heartbeat message. Does not implicitly {@link phidelity.v1.Heartbeat.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.Heartbeat
             * @static
             * @param {phidelity.v1.Heartbeat.$Properties} message Heartbeat message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Heartbeat.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.node);
                if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation") && (typeof message.incarnation === "object" ? message.incarnation.low || message.incarnation.high : message.incarnation !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.incarnation);
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.sequence);
                if (message.slot != null && $Object.hasOwnProperty.call(message, "slot") && (typeof message.slot === "object" ? message.slot.low || message.slot.high : message.slot !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.slot);
                if (message.sentAtMs != null && $Object.hasOwnProperty.call(message, "sentAtMs") && !$Object.is(message.sentAtMs, 0))
                    writer.uint32(/* id 5, wireType 1 =*/41).double(message.sentAtMs);
                if (message.loopLagMs != null && $Object.hasOwnProperty.call(message, "loopLagMs") && !$Object.is(message.loopLagMs, 0))
                    writer.uint32(/* id 6, wireType 5 =*/53).float(message.loopLagMs);
                if (message.viewVersion != null && $Object.hasOwnProperty.call(message, "viewVersion") && (typeof message.viewVersion === "object" ? message.viewVersion.low || message.viewVersion.high : message.viewVersion !== 0))
                    writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.viewVersion);
                if (message.report != null && $Object.hasOwnProperty.call(message, "report"))
                    $root.phidelity.v1.Report.encode(message.report, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Heartbeat message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.Heartbeat
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.Heartbeat & phidelity.v1.Heartbeat.$Shape} Heartbeat
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Heartbeat.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.Heartbeat();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.incarnation = value;
                            else
                                delete message.incarnation;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.sequence = value;
                            else
                                delete message.sequence;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.slot = value;
                            else
                                delete message.slot;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.sentAtMs = value;
                            else
                                delete message.sentAtMs;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 5)
                                break;
                            if (!$Object.is(value = reader.float(), 0))
                                message.loopLagMs = value;
                            else
                                delete message.loopLagMs;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.viewVersion = value;
                            else
                                delete message.viewVersion;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.report = $root.phidelity.v1.Report.decode(reader, reader.size(), $undefined, _depth + 1, message.report);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Heartbeat;
        })();

        v1.Pulse = (function() {

            /**
             * Properties of a Pulse.
             * @typedef {Object} phidelity.v1.Pulse.$Properties
             * @property {string|null} [node] Pulse node
             * @property {number|null} [incarnation] Pulse incarnation
             * @property {number|null} [slot] Pulse slot
             * @property {number|null} [loopSilentMs] Pulse loopSilentMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Pulse.
             * @memberof phidelity.v1
             * @interface IPulse
             * @augments phidelity.v1.Pulse.$Properties
             * @deprecated Use phidelity.v1.Pulse.$Properties instead.
             */

            /**
             * Shape of a Pulse.
             * @typedef {phidelity.v1.Pulse.$Properties} phidelity.v1.Pulse.$Shape
             */

            /**
             * Constructs a new Pulse.
             * @memberof phidelity.v1
             * @classdesc Represents a Pulse.
             * @constructor
             * @param {phidelity.v1.Pulse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Pulse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Pulse node.
             * @member {string} node
             * @memberof phidelity.v1.Pulse
             * @instance
             */
            Pulse.prototype.node = "";

            /**
             * Pulse incarnation.
             * @member {number} incarnation
             * @memberof phidelity.v1.Pulse
             * @instance
             */
            Pulse.prototype.incarnation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Pulse slot.
             * @member {number} slot
             * @memberof phidelity.v1.Pulse
             * @instance
             */
            Pulse.prototype.slot = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Pulse loopSilentMs.
             * @member {number} loopSilentMs
             * @memberof phidelity.v1.Pulse
             * @instance
             */
            Pulse.prototype.loopSilentMs = 0;

            /**
             * Creates a new Pulse instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.Pulse
             * @static
             * @param {phidelity.v1.Pulse.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.Pulse} Pulse instance
             * @type {{
             *   (properties: phidelity.v1.Pulse.$Shape): phidelity.v1.Pulse & phidelity.v1.Pulse.$Shape;
             *   (properties?: phidelity.v1.Pulse.$Properties): phidelity.v1.Pulse;
             * }}
             */
            Pulse.create = function(properties) {
                return new Pulse(properties);
            };

            /**
             * Encodes the specified Pulse message. Does not implicitly {@link phidelity.v1.Pulse.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.Pulse
             * @static
             * @param {phidelity.v1.Pulse.$Properties} message Pulse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Pulse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.node);
                if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation") && (typeof message.incarnation === "object" ? message.incarnation.low || message.incarnation.high : message.incarnation !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.incarnation);
                if (message.slot != null && $Object.hasOwnProperty.call(message, "slot") && (typeof message.slot === "object" ? message.slot.low || message.slot.high : message.slot !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.slot);
                if (message.loopSilentMs != null && $Object.hasOwnProperty.call(message, "loopSilentMs") && !$Object.is(message.loopSilentMs, 0))
                    writer.uint32(/* id 4, wireType 1 =*/33).double(message.loopSilentMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Pulse message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.Pulse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.Pulse & phidelity.v1.Pulse.$Shape} Pulse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Pulse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.Pulse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.incarnation = value;
                            else
                                delete message.incarnation;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.slot = value;
                            else
                                delete message.slot;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.loopSilentMs = value;
                            else
                                delete message.loopSilentMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Pulse;
        })();

        v1.Leave = (function() {

            /**
             * Properties of a Leave.
             * @typedef {Object} phidelity.v1.Leave.$Properties
             * @property {string|null} [node] Leave node
             * @property {number|null} [incarnation] Leave incarnation
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Leave.
             * @memberof phidelity.v1
             * @interface ILeave
             * @augments phidelity.v1.Leave.$Properties
             * @deprecated Use phidelity.v1.Leave.$Properties instead.
             */

            /**
             * Shape of a Leave.
             * @typedef {phidelity.v1.Leave.$Properties} phidelity.v1.Leave.$Shape
             */

            /**
             * Constructs a new Leave.
             * @memberof phidelity.v1
             * @classdesc Represents a Leave.
             * @constructor
             * @param {phidelity.v1.Leave.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Leave = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Leave node.
             * @member {string} node
             * @memberof phidelity.v1.Leave
             * @instance
             */
            Leave.prototype.node = "";

            /**
             * Leave incarnation.
             * @member {number} incarnation
             * @memberof phidelity.v1.Leave
             * @instance
             */
            Leave.prototype.incarnation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new Leave instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.Leave
             * @static
             * @param {phidelity.v1.Leave.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.Leave} Leave instance
             * @type {{
             *   (properties: phidelity.v1.Leave.$Shape): phidelity.v1.Leave & phidelity.v1.Leave.$Shape;
             *   (properties?: phidelity.v1.Leave.$Properties): phidelity.v1.Leave;
             * }}
             */
            Leave.create = function(properties) {
                return new Leave(properties);
            };

            /**
             * Encodes the specified Leave message. Does not implicitly {@link phidelity.v1.Leave.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.Leave
             * @static
             * @param {phidelity.v1.Leave.$Properties} message Leave message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Leave.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.node);
                if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation") && (typeof message.incarnation === "object" ? message.incarnation.low || message.incarnation.high : message.incarnation !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.incarnation);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Leave message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.Leave
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.Leave & phidelity.v1.Leave.$Shape} Leave
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Leave.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.Leave();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.incarnation = value;
                            else
                                delete message.incarnation;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Leave;
        })();

        v1.HookResult = (function() {

            /**
             * Properties of a HookResult.
             * @typedef {Object} phidelity.v1.HookResult.$Properties
             * @property {string|null} [node] HookResult node
             * @property {number|null} [incarnation] HookResult incarnation
             * @property {string|null} [group] HookResult group
             * @property {number|null} [epoch] HookResult epoch
             * @property {phidelity.v1.HookName|null} [hook] HookResult hook
             * @property {boolean|null} [ok] HookResult ok
             * @property {boolean|null} [timedOut] HookResult timedOut
             * @property {number|null} [exitCode] HookResult exitCode
             * @property {number|null} [durationMs] HookResult durationMs
             * @property {string|null} [output] HookResult output
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a HookResult.
             * @memberof phidelity.v1
             * @interface IHookResult
             * @augments phidelity.v1.HookResult.$Properties
             * @deprecated Use phidelity.v1.HookResult.$Properties instead.
             */

            /**
             * Shape of a HookResult.
             * @typedef {phidelity.v1.HookResult.$Properties} phidelity.v1.HookResult.$Shape
             */

            /**
             * Constructs a new HookResult.
             * @memberof phidelity.v1
             * @classdesc Represents a HookResult.
             * @constructor
             * @param {phidelity.v1.HookResult.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const HookResult = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * HookResult node.
             * @member {string} node
             * @memberof phidelity.v1.HookResult
             * @instance
             */
            HookResult.prototype.node = "";

            /**
             * HookResult incarnation.
             * @member {number} incarnation
             * @memberof phidelity.v1.HookResult
             * @instance
             */
            HookResult.prototype.incarnation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * HookResult group.
             * @member {string} group
             * @memberof phidelity.v1.HookResult
             * @instance
             */
            HookResult.prototype.group = "";

            /**
             * HookResult epoch.
             * @member {number} epoch
             * @memberof phidelity.v1.HookResult
             * @instance
             */
            HookResult.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * HookResult hook.
             * @member {phidelity.v1.HookName} hook
             * @memberof phidelity.v1.HookResult
             * @instance
             */
            HookResult.prototype.hook = 0;

            /**
             * HookResult ok.
             * @member {boolean} ok
             * @memberof phidelity.v1.HookResult
             * @instance
             */
            HookResult.prototype.ok = false;

            /**
             * HookResult timedOut.
             * @member {boolean} timedOut
             * @memberof phidelity.v1.HookResult
             * @instance
             */
            HookResult.prototype.timedOut = false;

            /**
             * HookResult exitCode.
             * @member {number} exitCode
             * @memberof phidelity.v1.HookResult
             * @instance
             */
            HookResult.prototype.exitCode = 0;

            /**
             * HookResult durationMs.
             * @member {number} durationMs
             * @memberof phidelity.v1.HookResult
             * @instance
             */
            HookResult.prototype.durationMs = 0;

            /**
             * HookResult output.
             * @member {string} output
             * @memberof phidelity.v1.HookResult
             * @instance
             */
            HookResult.prototype.output = "";

            /**
             * Creates a new HookResult instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.HookResult
             * @static
             * @param {phidelity.v1.HookResult.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.HookResult} HookResult instance
             * @type {{
             *   (properties: phidelity.v1.HookResult.$Shape): phidelity.v1.HookResult & phidelity.v1.HookResult.$Shape;
             *   (properties?: phidelity.v1.HookResult.$Properties): phidelity.v1.HookResult;
             * }}
             */
            HookResult.create = function(properties) {
                return new HookResult(properties);
            };

            /**
             * Encodes the specified HookResult message. Does not implicitly {@link phidelity.v1.HookResult.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.HookResult
             * @static
             * @param {phidelity.v1.HookResult.$Properties} message HookResult message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            HookResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.node);
                if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation") && (typeof message.incarnation === "object" ? message.incarnation.low || message.incarnation.high : message.incarnation !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.incarnation);
                if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.group);
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.epoch);
                if (message.hook != null && $Object.hasOwnProperty.call(message, "hook") && message.hook !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).int32(message.hook);
                if (message.ok != null && $Object.hasOwnProperty.call(message, "ok") && message.ok !== false)
                    writer.uint32(/* id 6, wireType 0 =*/48).bool(message.ok);
                if (message.timedOut != null && $Object.hasOwnProperty.call(message, "timedOut") && message.timedOut !== false)
                    writer.uint32(/* id 7, wireType 0 =*/56).bool(message.timedOut);
                if (message.exitCode != null && $Object.hasOwnProperty.call(message, "exitCode") && message.exitCode !== 0)
                    writer.uint32(/* id 8, wireType 0 =*/64).sint32(message.exitCode);
                if (message.durationMs != null && $Object.hasOwnProperty.call(message, "durationMs") && !$Object.is(message.durationMs, 0))
                    writer.uint32(/* id 9, wireType 1 =*/73).double(message.durationMs);
                if (message.output != null && $Object.hasOwnProperty.call(message, "output") && message.output !== "")
                    writer.uint32(/* id 10, wireType 2 =*/82).string(message.output);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a HookResult message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.HookResult
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.HookResult & phidelity.v1.HookResult.$Shape} HookResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            HookResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.HookResult();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.incarnation = value;
                            else
                                delete message.incarnation;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.group = value;
                            else
                                delete message.group;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.epoch = value;
                            else
                                delete message.epoch;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.hook = value;
                            else
                                delete message.hook;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.ok = value;
                            else
                                delete message.ok;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.timedOut = value;
                            else
                                delete message.timedOut;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.sint32())
                                message.exitCode = value;
                            else
                                delete message.exitCode;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.durationMs = value;
                            else
                                delete message.durationMs;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.output = value;
                            else
                                delete message.output;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return HookResult;
        })();

        v1.ProbeAnswer = (function() {

            /**
             * Properties of a ProbeAnswer.
             * @typedef {Object} phidelity.v1.ProbeAnswer.$Properties
             * @property {number|null} [probe] ProbeAnswer probe
             * @property {string|null} [subject] ProbeAnswer subject
             * @property {boolean|null} [heard] ProbeAnswer heard
             * @property {number|null} [heardAgoMs] ProbeAnswer heardAgoMs
             * @property {boolean|null} [gone] ProbeAnswer gone
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ProbeAnswer.
             * @memberof phidelity.v1
             * @interface IProbeAnswer
             * @augments phidelity.v1.ProbeAnswer.$Properties
             * @deprecated Use phidelity.v1.ProbeAnswer.$Properties instead.
             */

            /**
             * Shape of a ProbeAnswer.
             * @typedef {phidelity.v1.ProbeAnswer.$Properties} phidelity.v1.ProbeAnswer.$Shape
             */

            /**
             * Constructs a new ProbeAnswer.
             * @memberof phidelity.v1
             * @classdesc Represents a ProbeAnswer.
             * @constructor
             * @param {phidelity.v1.ProbeAnswer.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ProbeAnswer = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ProbeAnswer probe.
             * @member {number} probe
             * @memberof phidelity.v1.ProbeAnswer
             * @instance
             */
            ProbeAnswer.prototype.probe = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ProbeAnswer subject.
             * @member {string} subject
             * @memberof phidelity.v1.ProbeAnswer
             * @instance
             */
            ProbeAnswer.prototype.subject = "";

            /**
             * ProbeAnswer heard.
             * @member {boolean} heard
             * @memberof phidelity.v1.ProbeAnswer
             * @instance
             */
            ProbeAnswer.prototype.heard = false;

            /**
             * ProbeAnswer heardAgoMs.
             * @member {number} heardAgoMs
             * @memberof phidelity.v1.ProbeAnswer
             * @instance
             */
            ProbeAnswer.prototype.heardAgoMs = 0;

            /**
             * ProbeAnswer gone.
             * @member {boolean} gone
             * @memberof phidelity.v1.ProbeAnswer
             * @instance
             */
            ProbeAnswer.prototype.gone = false;

            /**
             * Creates a new ProbeAnswer instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.ProbeAnswer
             * @static
             * @param {phidelity.v1.ProbeAnswer.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.ProbeAnswer} ProbeAnswer instance
             * @type {{
             *   (properties: phidelity.v1.ProbeAnswer.$Shape): phidelity.v1.ProbeAnswer & phidelity.v1.ProbeAnswer.$Shape;
             *   (properties?: phidelity.v1.ProbeAnswer.$Properties): phidelity.v1.ProbeAnswer;
             * }}
             */
            ProbeAnswer.create = function(properties) {
                return new ProbeAnswer(properties);
            };

            /**
             * Encodes the specified ProbeAnswer message. Does not implicitly {@link phidelity.v1.ProbeAnswer.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.ProbeAnswer
             * @static
             * @param {phidelity.v1.ProbeAnswer.$Properties} message ProbeAnswer message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ProbeAnswer.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.probe != null && $Object.hasOwnProperty.call(message, "probe") && (typeof message.probe === "object" ? message.probe.low || message.probe.high : message.probe !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.probe);
                if (message.subject != null && $Object.hasOwnProperty.call(message, "subject") && message.subject !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.subject);
                if (message.heard != null && $Object.hasOwnProperty.call(message, "heard") && message.heard !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.heard);
                if (message.heardAgoMs != null && $Object.hasOwnProperty.call(message, "heardAgoMs") && !$Object.is(message.heardAgoMs, 0))
                    writer.uint32(/* id 4, wireType 1 =*/33).double(message.heardAgoMs);
                if (message.gone != null && $Object.hasOwnProperty.call(message, "gone") && message.gone !== false)
                    writer.uint32(/* id 5, wireType 0 =*/40).bool(message.gone);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ProbeAnswer message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.ProbeAnswer
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.ProbeAnswer & phidelity.v1.ProbeAnswer.$Shape} ProbeAnswer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ProbeAnswer.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.ProbeAnswer();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.probe = value;
                            else
                                delete message.probe;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.subject = value;
                            else
                                delete message.subject;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.heard = value;
                            else
                                delete message.heard;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.heardAgoMs = value;
                            else
                                delete message.heardAgoMs;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.gone = value;
                            else
                                delete message.gone;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ProbeAnswer;
        })();

        v1.PeerClaim = (function() {

            /**
             * Properties of a PeerClaim.
             * @typedef {Object} phidelity.v1.PeerClaim.$Properties
             * @property {string|null} [group] PeerClaim group
             * @property {number|null} [epoch] PeerClaim epoch
             * @property {number|null} [durationMs] PeerClaim durationMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PeerClaim.
             * @memberof phidelity.v1
             * @interface IPeerClaim
             * @augments phidelity.v1.PeerClaim.$Properties
             * @deprecated Use phidelity.v1.PeerClaim.$Properties instead.
             */

            /**
             * Shape of a PeerClaim.
             * @typedef {phidelity.v1.PeerClaim.$Properties} phidelity.v1.PeerClaim.$Shape
             */

            /**
             * Constructs a new PeerClaim.
             * @memberof phidelity.v1
             * @classdesc Represents a PeerClaim.
             * @constructor
             * @param {phidelity.v1.PeerClaim.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PeerClaim = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PeerClaim group.
             * @member {string} group
             * @memberof phidelity.v1.PeerClaim
             * @instance
             */
            PeerClaim.prototype.group = "";

            /**
             * PeerClaim epoch.
             * @member {number} epoch
             * @memberof phidelity.v1.PeerClaim
             * @instance
             */
            PeerClaim.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * PeerClaim durationMs.
             * @member {number} durationMs
             * @memberof phidelity.v1.PeerClaim
             * @instance
             */
            PeerClaim.prototype.durationMs = 0;

            /**
             * Creates a new PeerClaim instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.PeerClaim
             * @static
             * @param {phidelity.v1.PeerClaim.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.PeerClaim} PeerClaim instance
             * @type {{
             *   (properties: phidelity.v1.PeerClaim.$Shape): phidelity.v1.PeerClaim & phidelity.v1.PeerClaim.$Shape;
             *   (properties?: phidelity.v1.PeerClaim.$Properties): phidelity.v1.PeerClaim;
             * }}
             */
            PeerClaim.create = function(properties) {
                return new PeerClaim(properties);
            };

            /**
             * Encodes the specified PeerClaim message. Does not implicitly {@link phidelity.v1.PeerClaim.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.PeerClaim
             * @static
             * @param {phidelity.v1.PeerClaim.$Properties} message PeerClaim message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PeerClaim.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.group);
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.epoch);
                if (message.durationMs != null && $Object.hasOwnProperty.call(message, "durationMs") && !$Object.is(message.durationMs, 0))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.durationMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PeerClaim message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.PeerClaim
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.PeerClaim & phidelity.v1.PeerClaim.$Shape} PeerClaim
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PeerClaim.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.PeerClaim();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.group = value;
                            else
                                delete message.group;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.epoch = value;
                            else
                                delete message.epoch;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.durationMs = value;
                            else
                                delete message.durationMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PeerClaim;
        })();

        v1.PeerBeat = (function() {

            /**
             * Properties of a PeerBeat.
             * @typedef {Object} phidelity.v1.PeerBeat.$Properties
             * @property {string|null} [node] PeerBeat node
             * @property {number|null} [incarnation] PeerBeat incarnation
             * @property {number|null} [sequence] PeerBeat sequence
             * @property {boolean|null} [hearsCoordinator] PeerBeat hearsCoordinator
             * @property {Array.<phidelity.v1.PeerClaim.$Properties>|null} [claims] PeerBeat claims
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PeerBeat.
             * @memberof phidelity.v1
             * @interface IPeerBeat
             * @augments phidelity.v1.PeerBeat.$Properties
             * @deprecated Use phidelity.v1.PeerBeat.$Properties instead.
             */

            /**
             * Shape of a PeerBeat.
             * @typedef {phidelity.v1.PeerBeat.$Properties} phidelity.v1.PeerBeat.$Shape
             */

            /**
             * Constructs a new PeerBeat.
             * @memberof phidelity.v1
             * @classdesc Represents a PeerBeat.
             * @constructor
             * @param {phidelity.v1.PeerBeat.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PeerBeat = function (properties) {
                this.claims = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PeerBeat node.
             * @member {string} node
             * @memberof phidelity.v1.PeerBeat
             * @instance
             */
            PeerBeat.prototype.node = "";

            /**
             * PeerBeat incarnation.
             * @member {number} incarnation
             * @memberof phidelity.v1.PeerBeat
             * @instance
             */
            PeerBeat.prototype.incarnation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * PeerBeat sequence.
             * @member {number} sequence
             * @memberof phidelity.v1.PeerBeat
             * @instance
             */
            PeerBeat.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * PeerBeat hearsCoordinator.
             * @member {boolean} hearsCoordinator
             * @memberof phidelity.v1.PeerBeat
             * @instance
             */
            PeerBeat.prototype.hearsCoordinator = false;

            /**
             * PeerBeat claims.
             * @member {Array.<phidelity.v1.PeerClaim.$Properties>} claims
             * @memberof phidelity.v1.PeerBeat
             * @instance
             */
            PeerBeat.prototype.claims = $util.emptyArray;

            /**
             * Creates a new PeerBeat instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.PeerBeat
             * @static
             * @param {phidelity.v1.PeerBeat.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.PeerBeat} PeerBeat instance
             * @type {{
             *   (properties: phidelity.v1.PeerBeat.$Shape): phidelity.v1.PeerBeat & phidelity.v1.PeerBeat.$Shape;
             *   (properties?: phidelity.v1.PeerBeat.$Properties): phidelity.v1.PeerBeat;
             * }}
             */
            PeerBeat.create = function(properties) {
                return new PeerBeat(properties);
            };

            /**
             * Encodes the specified PeerBeat message. Does not implicitly {@link phidelity.v1.PeerBeat.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.PeerBeat
             * @static
             * @param {phidelity.v1.PeerBeat.$Properties} message PeerBeat message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PeerBeat.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.node);
                if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation") && (typeof message.incarnation === "object" ? message.incarnation.low || message.incarnation.high : message.incarnation !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.incarnation);
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.sequence);
                if (message.hearsCoordinator != null && $Object.hasOwnProperty.call(message, "hearsCoordinator") && message.hearsCoordinator !== false)
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.hearsCoordinator);
                if (message.claims != null && message.claims.length)
                    for (let i = 0; i < message.claims.length; ++i)
                        $root.phidelity.v1.PeerClaim.encode(message.claims[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PeerBeat message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.PeerBeat
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.PeerBeat & phidelity.v1.PeerBeat.$Shape} PeerBeat
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PeerBeat.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.PeerBeat();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.incarnation = value;
                            else
                                delete message.incarnation;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.sequence = value;
                            else
                                delete message.sequence;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.hearsCoordinator = value;
                            else
                                delete message.hearsCoordinator;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.claims && message.claims.length))
                                message.claims = [];
                            message.claims.push($root.phidelity.v1.PeerClaim.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PeerBeat;
        })();

        v1.PromisedGroup = (function() {

            /**
             * Properties of a PromisedGroup.
             * @typedef {Object} phidelity.v1.PromisedGroup.$Properties
             * @property {string|null} [group] PromisedGroup group
             * @property {number|null} [epoch] PromisedGroup epoch
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PromisedGroup.
             * @memberof phidelity.v1
             * @interface IPromisedGroup
             * @augments phidelity.v1.PromisedGroup.$Properties
             * @deprecated Use phidelity.v1.PromisedGroup.$Properties instead.
             */

            /**
             * Shape of a PromisedGroup.
             * @typedef {phidelity.v1.PromisedGroup.$Properties} phidelity.v1.PromisedGroup.$Shape
             */

            /**
             * Constructs a new PromisedGroup.
             * @memberof phidelity.v1
             * @classdesc Represents a PromisedGroup.
             * @constructor
             * @param {phidelity.v1.PromisedGroup.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PromisedGroup = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PromisedGroup group.
             * @member {string} group
             * @memberof phidelity.v1.PromisedGroup
             * @instance
             */
            PromisedGroup.prototype.group = "";

            /**
             * PromisedGroup epoch.
             * @member {number} epoch
             * @memberof phidelity.v1.PromisedGroup
             * @instance
             */
            PromisedGroup.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new PromisedGroup instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.PromisedGroup
             * @static
             * @param {phidelity.v1.PromisedGroup.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.PromisedGroup} PromisedGroup instance
             * @type {{
             *   (properties: phidelity.v1.PromisedGroup.$Shape): phidelity.v1.PromisedGroup & phidelity.v1.PromisedGroup.$Shape;
             *   (properties?: phidelity.v1.PromisedGroup.$Properties): phidelity.v1.PromisedGroup;
             * }}
             */
            PromisedGroup.create = function(properties) {
                return new PromisedGroup(properties);
            };

            /**
             * Encodes the specified PromisedGroup message. Does not implicitly {@link phidelity.v1.PromisedGroup.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.PromisedGroup
             * @static
             * @param {phidelity.v1.PromisedGroup.$Properties} message PromisedGroup message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PromisedGroup.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.group);
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.epoch);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PromisedGroup message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.PromisedGroup
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.PromisedGroup & phidelity.v1.PromisedGroup.$Shape} PromisedGroup
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PromisedGroup.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.PromisedGroup();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.group = value;
                            else
                                delete message.group;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.epoch = value;
                            else
                                delete message.epoch;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PromisedGroup;
        })();

        v1.PeerPromise = (function() {

            /**
             * Properties of a PeerPromise.
             * @typedef {Object} phidelity.v1.PeerPromise.$Properties
             * @property {string|null} [node] PeerPromise node
             * @property {number|null} [incarnation] PeerPromise incarnation
             * @property {number|null} [sequence] PeerPromise sequence
             * @property {Array.<phidelity.v1.PromisedGroup.$Properties>|null} [groups] PeerPromise groups
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PeerPromise.
             * @memberof phidelity.v1
             * @interface IPeerPromise
             * @augments phidelity.v1.PeerPromise.$Properties
             * @deprecated Use phidelity.v1.PeerPromise.$Properties instead.
             */

            /**
             * Shape of a PeerPromise.
             * @typedef {phidelity.v1.PeerPromise.$Properties} phidelity.v1.PeerPromise.$Shape
             */

            /**
             * Constructs a new PeerPromise.
             * @memberof phidelity.v1
             * @classdesc Represents a PeerPromise.
             * @constructor
             * @param {phidelity.v1.PeerPromise.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PeerPromise = function (properties) {
                this.groups = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PeerPromise node.
             * @member {string} node
             * @memberof phidelity.v1.PeerPromise
             * @instance
             */
            PeerPromise.prototype.node = "";

            /**
             * PeerPromise incarnation.
             * @member {number} incarnation
             * @memberof phidelity.v1.PeerPromise
             * @instance
             */
            PeerPromise.prototype.incarnation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * PeerPromise sequence.
             * @member {number} sequence
             * @memberof phidelity.v1.PeerPromise
             * @instance
             */
            PeerPromise.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * PeerPromise groups.
             * @member {Array.<phidelity.v1.PromisedGroup.$Properties>} groups
             * @memberof phidelity.v1.PeerPromise
             * @instance
             */
            PeerPromise.prototype.groups = $util.emptyArray;

            /**
             * Creates a new PeerPromise instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.PeerPromise
             * @static
             * @param {phidelity.v1.PeerPromise.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.PeerPromise} PeerPromise instance
             * @type {{
             *   (properties: phidelity.v1.PeerPromise.$Shape): phidelity.v1.PeerPromise & phidelity.v1.PeerPromise.$Shape;
             *   (properties?: phidelity.v1.PeerPromise.$Properties): phidelity.v1.PeerPromise;
             * }}
             */
            PeerPromise.create = function(properties) {
                return new PeerPromise(properties);
            };

            /**
             * Encodes the specified PeerPromise message. Does not implicitly {@link phidelity.v1.PeerPromise.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.PeerPromise
             * @static
             * @param {phidelity.v1.PeerPromise.$Properties} message PeerPromise message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PeerPromise.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.node);
                if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation") && (typeof message.incarnation === "object" ? message.incarnation.low || message.incarnation.high : message.incarnation !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.incarnation);
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.sequence);
                if (message.groups != null && message.groups.length)
                    for (let i = 0; i < message.groups.length; ++i)
                        $root.phidelity.v1.PromisedGroup.encode(message.groups[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PeerPromise message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.PeerPromise
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.PeerPromise & phidelity.v1.PeerPromise.$Shape} PeerPromise
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PeerPromise.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.PeerPromise();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.incarnation = value;
                            else
                                delete message.incarnation;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.sequence = value;
                            else
                                delete message.sequence;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.groups && message.groups.length))
                                message.groups = [];
                            message.groups.push($root.phidelity.v1.PromisedGroup.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PeerPromise;
        })();

        v1.Relay = (function() {

            /**
             * Properties of a Relay.
             * @typedef {Object} phidelity.v1.Relay.$Properties
             * @property {string|null} [node] Relay node
             * @property {phidelity.v1.Heartbeat.$Properties|null} [heartbeat] Relay heartbeat
             * @property {phidelity.v1.Ack.$Properties|null} [ack] Relay ack
             * @property {phidelity.v1.View.$Properties|null} [view] Relay view
             * @property {"heartbeat"|"ack"|"view"} [message] Relay message
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Relay.
             * @memberof phidelity.v1
             * @interface IRelay
             * @augments phidelity.v1.Relay.$Properties
             * @deprecated Use phidelity.v1.Relay.$Properties instead.
             */

            /**
             * Narrowed shape of a Relay.
             * @typedef {{
             *   node?: string|null;
             *   heartbeat?: phidelity.v1.Heartbeat.$Shape|null;
             *   ack?: phidelity.v1.Ack.$Shape|null;
             *   view?: phidelity.v1.View.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ message?: undefined; heartbeat?: null; ack?: null; view?: null }|{ message?: "heartbeat"; heartbeat: phidelity.v1.Heartbeat.$Shape; ack?: null; view?: null }|{ message?: "ack"; heartbeat?: null; ack: phidelity.v1.Ack.$Shape; view?: null }|{ message?: "view"; heartbeat?: null; ack?: null; view: phidelity.v1.View.$Shape })
             * )} phidelity.v1.Relay.$Shape
             */

            /**
             * Constructs a new Relay.
             * @memberof phidelity.v1
             * @classdesc Represents a Relay.
             * @constructor
             * @param {phidelity.v1.Relay.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Relay = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Relay node.
             * @member {string} node
             * @memberof phidelity.v1.Relay
             * @instance
             */
            Relay.prototype.node = "";

            /**
             * Relay heartbeat.
             * @member {phidelity.v1.Heartbeat.$Properties|null|undefined} heartbeat
             * @memberof phidelity.v1.Relay
             * @instance
             */
            Relay.prototype.heartbeat = null;

            /**
             * Relay ack.
             * @member {phidelity.v1.Ack.$Properties|null|undefined} ack
             * @memberof phidelity.v1.Relay
             * @instance
             */
            Relay.prototype.ack = null;

            /**
             * Relay view.
             * @member {phidelity.v1.View.$Properties|null|undefined} view
             * @memberof phidelity.v1.Relay
             * @instance
             */
            Relay.prototype.view = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * Relay message.
             * @member {"heartbeat"|"ack"|"view"|undefined} message
             * @memberof phidelity.v1.Relay
             * @instance
             */
            $Object.defineProperty(Relay.prototype, "message", {
                get: $util.oneOfGetter($oneOfFields = ["heartbeat", "ack", "view"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new Relay instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.Relay
             * @static
             * @param {phidelity.v1.Relay.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.Relay} Relay instance
             * @type {{
             *   (properties: phidelity.v1.Relay.$Shape): phidelity.v1.Relay & phidelity.v1.Relay.$Shape;
             *   (properties?: phidelity.v1.Relay.$Properties): phidelity.v1.Relay;
             * }}
             */
            Relay.create = function(properties) {
                return new Relay(properties);
            };

            /**
             * Encodes the specified Relay message. Does not implicitly {@link phidelity.v1.Relay.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.Relay
             * @static
             * @param {phidelity.v1.Relay.$Properties} message Relay message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Relay.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.node);
                if (message.heartbeat != null && $Object.hasOwnProperty.call(message, "heartbeat"))
                    $root.phidelity.v1.Heartbeat.encode(message.heartbeat, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.ack != null && $Object.hasOwnProperty.call(message, "ack"))
                    $root.phidelity.v1.Ack.encode(message.ack, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.view != null && $Object.hasOwnProperty.call(message, "view"))
                    $root.phidelity.v1.View.encode(message.view, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Relay message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.Relay
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.Relay & phidelity.v1.Relay.$Shape} Relay
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Relay.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.Relay();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.heartbeat = $root.phidelity.v1.Heartbeat.decode(reader, reader.size(), $undefined, _depth + 1, message.heartbeat);
                            message.message = "heartbeat";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.ack = $root.phidelity.v1.Ack.decode(reader, reader.size(), $undefined, _depth + 1, message.ack);
                            message.message = "ack";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.view = $root.phidelity.v1.View.decode(reader, reader.size(), $undefined, _depth + 1, message.view);
                            message.message = "view";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Relay;
        })();

        /**
         * NodeStatus enum.
         * @name phidelity.v1.NodeStatus
         * @enum {number}
         * @property {number} NODE_STATUS_UNSPECIFIED=0 NODE_STATUS_UNSPECIFIED value
         * @property {number} NODE_STATUS_JOINING=1 NODE_STATUS_JOINING value
         * @property {number} NODE_STATUS_ALIVE=2 NODE_STATUS_ALIVE value
         * @property {number} NODE_STATUS_SUSPECT=3 NODE_STATUS_SUSPECT value
         * @property {number} NODE_STATUS_UNREACHABLE=4 NODE_STATUS_UNREACHABLE value
         * @property {number} NODE_STATUS_DOWN=5 NODE_STATUS_DOWN value
         * @property {number} NODE_STATUS_LEFT=6 NODE_STATUS_LEFT value
         * @property {number} NODE_STATUS_DRAINING=7 NODE_STATUS_DRAINING value
         */
        v1.NodeStatus = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "NODE_STATUS_UNSPECIFIED"] = 0;
            values[valuesById[1] = "NODE_STATUS_JOINING"] = 1;
            values[valuesById[2] = "NODE_STATUS_ALIVE"] = 2;
            values[valuesById[3] = "NODE_STATUS_SUSPECT"] = 3;
            values[valuesById[4] = "NODE_STATUS_UNREACHABLE"] = 4;
            values[valuesById[5] = "NODE_STATUS_DOWN"] = 5;
            values[valuesById[6] = "NODE_STATUS_LEFT"] = 6;
            values[valuesById[7] = "NODE_STATUS_DRAINING"] = 7;
            return values;
        })();

        /**
         * OutcomeStatus enum.
         * @name phidelity.v1.OutcomeStatus
         * @enum {number}
         * @property {number} OUTCOME_STATUS_UNSPECIFIED=0 OUTCOME_STATUS_UNSPECIFIED value
         * @property {number} OUTCOME_STATUS_DONE=1 OUTCOME_STATUS_DONE value
         * @property {number} OUTCOME_STATUS_REFUSED=2 OUTCOME_STATUS_REFUSED value
         * @property {number} OUTCOME_STATUS_TIMED_OUT=3 OUTCOME_STATUS_TIMED_OUT value
         */
        v1.OutcomeStatus = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "OUTCOME_STATUS_UNSPECIFIED"] = 0;
            values[valuesById[1] = "OUTCOME_STATUS_DONE"] = 1;
            values[valuesById[2] = "OUTCOME_STATUS_REFUSED"] = 2;
            values[valuesById[3] = "OUTCOME_STATUS_TIMED_OUT"] = 3;
            return values;
        })();

        v1.MemberRow = (function() {

            /**
             * Properties of a MemberRow.
             * @typedef {Object} phidelity.v1.MemberRow.$Properties
             * @property {string|null} [node] MemberRow node
             * @property {string|null} [group] MemberRow group
             * @property {phidelity.v1.Role|null} [role] MemberRow role
             * @property {phidelity.v1.NodeStatus|null} [status] MemberRow status
             * @property {number|null} [phi] MemberRow phi
             * @property {number|null} [epoch] MemberRow epoch
             * @property {number|null} [lagBytes] MemberRow lagBytes
             * @property {string|null} [checks] MemberRow checks
             * @property {number|null} [capacity] MemberRow capacity
             * @property {string|null} [address] MemberRow address
             * @property {string|null} [zone] MemberRow zone
             * @property {number|null} [sinceMs] MemberRow sinceMs
             * @property {number|null} [incarnation] MemberRow incarnation
             * @property {boolean|null} [slow] MemberRow slow
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a MemberRow.
             * @memberof phidelity.v1
             * @interface IMemberRow
             * @augments phidelity.v1.MemberRow.$Properties
             * @deprecated Use phidelity.v1.MemberRow.$Properties instead.
             */

            /**
             * Shape of a MemberRow.
             * @typedef {phidelity.v1.MemberRow.$Properties} phidelity.v1.MemberRow.$Shape
             */

            /**
             * Constructs a new MemberRow.
             * @memberof phidelity.v1
             * @classdesc Represents a MemberRow.
             * @constructor
             * @param {phidelity.v1.MemberRow.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const MemberRow = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * MemberRow node.
             * @member {string} node
             * @memberof phidelity.v1.MemberRow
             * @instance
             */
            MemberRow.prototype.node = "";

            /**
             * MemberRow group.
             * @member {string} group
             * @memberof phidelity.v1.MemberRow
             * @instance
             */
            MemberRow.prototype.group = "";

            /**
             * MemberRow role.
             * @member {phidelity.v1.Role} role
             * @memberof phidelity.v1.MemberRow
             * @instance
             */
            MemberRow.prototype.role = 0;

            /**
             * MemberRow status.
             * @member {phidelity.v1.NodeStatus} status
             * @memberof phidelity.v1.MemberRow
             * @instance
             */
            MemberRow.prototype.status = 0;

            /**
             * MemberRow phi.
             * @member {number} phi
             * @memberof phidelity.v1.MemberRow
             * @instance
             */
            MemberRow.prototype.phi = 0;

            /**
             * MemberRow epoch.
             * @member {number} epoch
             * @memberof phidelity.v1.MemberRow
             * @instance
             */
            MemberRow.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * MemberRow lagBytes.
             * @member {number|null|undefined} lagBytes
             * @memberof phidelity.v1.MemberRow
             * @instance
             */
            MemberRow.prototype.lagBytes = null;

            /**
             * MemberRow checks.
             * @member {string} checks
             * @memberof phidelity.v1.MemberRow
             * @instance
             */
            MemberRow.prototype.checks = "";

            /**
             * MemberRow capacity.
             * @member {number} capacity
             * @memberof phidelity.v1.MemberRow
             * @instance
             */
            MemberRow.prototype.capacity = 0;

            /**
             * MemberRow address.
             * @member {string} address
             * @memberof phidelity.v1.MemberRow
             * @instance
             */
            MemberRow.prototype.address = "";

            /**
             * MemberRow zone.
             * @member {string} zone
             * @memberof phidelity.v1.MemberRow
             * @instance
             */
            MemberRow.prototype.zone = "";

            /**
             * MemberRow sinceMs.
             * @member {number} sinceMs
             * @memberof phidelity.v1.MemberRow
             * @instance
             */
            MemberRow.prototype.sinceMs = 0;

            /**
             * MemberRow incarnation.
             * @member {number} incarnation
             * @memberof phidelity.v1.MemberRow
             * @instance
             */
            MemberRow.prototype.incarnation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * MemberRow slow.
             * @member {boolean} slow
             * @memberof phidelity.v1.MemberRow
             * @instance
             */
            MemberRow.prototype.slow = false;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MemberRow.prototype, "_lagBytes", {
                get: $util.oneOfGetter($oneOfFields = ["lagBytes"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new MemberRow instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.MemberRow
             * @static
             * @param {phidelity.v1.MemberRow.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.MemberRow} MemberRow instance
             * @type {{
             *   (properties: phidelity.v1.MemberRow.$Shape): phidelity.v1.MemberRow & phidelity.v1.MemberRow.$Shape;
             *   (properties?: phidelity.v1.MemberRow.$Properties): phidelity.v1.MemberRow;
             * }}
             */
            MemberRow.create = function(properties) {
                return new MemberRow(properties);
            };

            /**
             * Encodes the specified MemberRow message. Does not implicitly {@link phidelity.v1.MemberRow.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.MemberRow
             * @static
             * @param {phidelity.v1.MemberRow.$Properties} message MemberRow message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            MemberRow.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.node);
                if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.group);
                if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.role);
                if (message.status != null && $Object.hasOwnProperty.call(message, "status") && message.status !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).int32(message.status);
                if (message.phi != null && $Object.hasOwnProperty.call(message, "phi") && !$Object.is(message.phi, 0))
                    writer.uint32(/* id 5, wireType 1 =*/41).double(message.phi);
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.epoch);
                if (message.lagBytes != null && $Object.hasOwnProperty.call(message, "lagBytes"))
                    writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.lagBytes);
                if (message.checks != null && $Object.hasOwnProperty.call(message, "checks") && message.checks !== "")
                    writer.uint32(/* id 8, wireType 2 =*/66).string(message.checks);
                if (message.capacity != null && $Object.hasOwnProperty.call(message, "capacity") && !$Object.is(message.capacity, 0))
                    writer.uint32(/* id 9, wireType 1 =*/73).double(message.capacity);
                if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                    writer.uint32(/* id 10, wireType 2 =*/82).string(message.address);
                if (message.zone != null && $Object.hasOwnProperty.call(message, "zone") && message.zone !== "")
                    writer.uint32(/* id 11, wireType 2 =*/90).string(message.zone);
                if (message.sinceMs != null && $Object.hasOwnProperty.call(message, "sinceMs") && !$Object.is(message.sinceMs, 0))
                    writer.uint32(/* id 12, wireType 1 =*/97).double(message.sinceMs);
                if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation") && (typeof message.incarnation === "object" ? message.incarnation.low || message.incarnation.high : message.incarnation !== 0))
                    writer.uint32(/* id 13, wireType 0 =*/104).uint64(message.incarnation);
                if (message.slow != null && $Object.hasOwnProperty.call(message, "slow") && message.slow !== false)
                    writer.uint32(/* id 14, wireType 0 =*/112).bool(message.slow);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a MemberRow message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.MemberRow
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.MemberRow & phidelity.v1.MemberRow.$Shape} MemberRow
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            MemberRow.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.MemberRow();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.group = value;
                            else
                                delete message.group;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.role = value;
                            else
                                delete message.role;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.status = value;
                            else
                                delete message.status;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.phi = value;
                            else
                                delete message.phi;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.epoch = value;
                            else
                                delete message.epoch;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            message.lagBytes = reader.uint64();
                            message._lagBytes = "lagBytes";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.checks = value;
                            else
                                delete message.checks;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.capacity = value;
                            else
                                delete message.capacity;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.address = value;
                            else
                                delete message.address;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.zone = value;
                            else
                                delete message.zone;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.sinceMs = value;
                            else
                                delete message.sinceMs;
                            continue;
                        }
                    case 13: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.incarnation = value;
                            else
                                delete message.incarnation;
                            continue;
                        }
                    case 14: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.slow = value;
                            else
                                delete message.slow;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return MemberRow;
        })();

        v1.EventRow = (function() {

            /**
             * Properties of an EventRow.
             * @typedef {Object} phidelity.v1.EventRow.$Properties
             * @property {number|null} [sequence] EventRow sequence
             * @property {number|null} [atMs] EventRow atMs
             * @property {string|null} [type] EventRow type
             * @property {string|null} [group] EventRow group
             * @property {string|null} [node] EventRow node
             * @property {number|null} [epoch] EventRow epoch
             * @property {string|null} [text] EventRow text
             * @property {Object.<string,string>|null} [facts] EventRow facts
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EventRow.
             * @memberof phidelity.v1
             * @interface IEventRow
             * @augments phidelity.v1.EventRow.$Properties
             * @deprecated Use phidelity.v1.EventRow.$Properties instead.
             */

            /**
             * Shape of an EventRow.
             * @typedef {phidelity.v1.EventRow.$Properties} phidelity.v1.EventRow.$Shape
             */

            /**
             * Constructs a new EventRow.
             * @memberof phidelity.v1
             * @classdesc Represents an EventRow.
             * @constructor
             * @param {phidelity.v1.EventRow.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EventRow = function (properties) {
                this.facts = {};
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EventRow sequence.
             * @member {number} sequence
             * @memberof phidelity.v1.EventRow
             * @instance
             */
            EventRow.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * EventRow atMs.
             * @member {number} atMs
             * @memberof phidelity.v1.EventRow
             * @instance
             */
            EventRow.prototype.atMs = 0;

            /**
             * EventRow type.
             * @member {string} type
             * @memberof phidelity.v1.EventRow
             * @instance
             */
            EventRow.prototype.type = "";

            /**
             * EventRow group.
             * @member {string|null|undefined} group
             * @memberof phidelity.v1.EventRow
             * @instance
             */
            EventRow.prototype.group = null;

            /**
             * EventRow node.
             * @member {string|null|undefined} node
             * @memberof phidelity.v1.EventRow
             * @instance
             */
            EventRow.prototype.node = null;

            /**
             * EventRow epoch.
             * @member {number|null|undefined} epoch
             * @memberof phidelity.v1.EventRow
             * @instance
             */
            EventRow.prototype.epoch = null;

            /**
             * EventRow text.
             * @member {string} text
             * @memberof phidelity.v1.EventRow
             * @instance
             */
            EventRow.prototype.text = "";

            /**
             * EventRow facts.
             * @member {Object.<string,string>} facts
             * @memberof phidelity.v1.EventRow
             * @instance
             */
            EventRow.prototype.facts = $util.emptyObject;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EventRow.prototype, "_group", {
                get: $util.oneOfGetter($oneOfFields = ["group"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EventRow.prototype, "_node", {
                get: $util.oneOfGetter($oneOfFields = ["node"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EventRow.prototype, "_epoch", {
                get: $util.oneOfGetter($oneOfFields = ["epoch"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new EventRow instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.EventRow
             * @static
             * @param {phidelity.v1.EventRow.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.EventRow} EventRow instance
             * @type {{
             *   (properties: phidelity.v1.EventRow.$Shape): phidelity.v1.EventRow & phidelity.v1.EventRow.$Shape;
             *   (properties?: phidelity.v1.EventRow.$Properties): phidelity.v1.EventRow;
             * }}
             */
            EventRow.create = function(properties) {
                return new EventRow(properties);
            };

            /**
             * Encodes the specified EventRow message. Does not implicitly {@link phidelity.v1.EventRow.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.EventRow
             * @static
             * @param {phidelity.v1.EventRow.$Properties} message EventRow message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EventRow.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.sequence);
                if (message.atMs != null && $Object.hasOwnProperty.call(message, "atMs") && !$Object.is(message.atMs, 0))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.atMs);
                if (message.type != null && $Object.hasOwnProperty.call(message, "type") && message.type !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.type);
                if (message.group != null && $Object.hasOwnProperty.call(message, "group"))
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.group);
                if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.node);
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch"))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.epoch);
                if (message.text != null && $Object.hasOwnProperty.call(message, "text") && message.text !== "")
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.text);
                if (message.facts != null && $Object.hasOwnProperty.call(message, "facts"))
                    for (let keys = $Object.keys(message.facts), i = 0; i < keys.length; ++i)
                        writer.uint32(/* id 8, wireType 2 =*/66).fork().uint32(/* id 1, wireType 2 =*/10).string(keys[i]).uint32(/* id 2, wireType 2 =*/18).string(message.facts[keys[i]]).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EventRow message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.EventRow
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.EventRow & phidelity.v1.EventRow.$Shape} EventRow
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EventRow.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, key, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.EventRow();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.sequence = value;
                            else
                                delete message.sequence;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.atMs = value;
                            else
                                delete message.atMs;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.type = value;
                            else
                                delete message.type;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.group = reader.stringVerify();
                            message._group = "group";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.node = reader.stringVerify();
                            message._node = "node";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.epoch = reader.uint64();
                            message._epoch = "epoch";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.text = value;
                            else
                                delete message.text;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if (message.facts === $util.emptyObject)
                                message.facts = {};
                            let end2 = reader.size() + reader.pos;
                            if (end2 > reader.len)
                                throw $RangeError("index out of range");
                            reader.len = end2;
                            key = "";
                            value = "";
                            while (reader.pos < end2) {
                                let tag2 = reader.tag();
                                wireType = tag2 & 7;
                                switch (tag2 >>>= 3) {
                                case 1:
                                    if (wireType !== 2)
                                        break;
                                    key = reader.stringVerify();
                                    continue;
                                case 2:
                                    if (wireType !== 2)
                                        break;
                                    value = reader.stringVerify();
                                    continue;
                                }
                                reader.skipType(wireType, _depth, tag2);
                            }
                            if (reader.pos !== end2)
                                throw $RangeError("index out of range");
                            reader.len = end;
                            if (key === "__proto__")
                                $util.makeProp(message.facts, key);
                            message.facts[key] = value;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return EventRow;
        })();

        v1.FailoverAction = (function() {

            /**
             * Properties of a FailoverAction.
             * @typedef {Object} phidelity.v1.FailoverAction.$Properties
             * @property {string|null} [group] FailoverAction group
             * @property {string|null} [to] FailoverAction to
             * @property {boolean|null} [acceptDataLoss] FailoverAction acceptDataLoss
             * @property {boolean|null} [nodeIsOff] FailoverAction nodeIsOff
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a FailoverAction.
             * @memberof phidelity.v1
             * @interface IFailoverAction
             * @augments phidelity.v1.FailoverAction.$Properties
             * @deprecated Use phidelity.v1.FailoverAction.$Properties instead.
             */

            /**
             * Shape of a FailoverAction.
             * @typedef {phidelity.v1.FailoverAction.$Properties} phidelity.v1.FailoverAction.$Shape
             */

            /**
             * Constructs a new FailoverAction.
             * @memberof phidelity.v1
             * @classdesc Represents a FailoverAction.
             * @constructor
             * @param {phidelity.v1.FailoverAction.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const FailoverAction = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * FailoverAction group.
             * @member {string} group
             * @memberof phidelity.v1.FailoverAction
             * @instance
             */
            FailoverAction.prototype.group = "";

            /**
             * FailoverAction to.
             * @member {string|null|undefined} to
             * @memberof phidelity.v1.FailoverAction
             * @instance
             */
            FailoverAction.prototype.to = null;

            /**
             * FailoverAction acceptDataLoss.
             * @member {boolean} acceptDataLoss
             * @memberof phidelity.v1.FailoverAction
             * @instance
             */
            FailoverAction.prototype.acceptDataLoss = false;

            /**
             * FailoverAction nodeIsOff.
             * @member {boolean} nodeIsOff
             * @memberof phidelity.v1.FailoverAction
             * @instance
             */
            FailoverAction.prototype.nodeIsOff = false;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(FailoverAction.prototype, "_to", {
                get: $util.oneOfGetter($oneOfFields = ["to"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new FailoverAction instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.FailoverAction
             * @static
             * @param {phidelity.v1.FailoverAction.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.FailoverAction} FailoverAction instance
             * @type {{
             *   (properties: phidelity.v1.FailoverAction.$Shape): phidelity.v1.FailoverAction & phidelity.v1.FailoverAction.$Shape;
             *   (properties?: phidelity.v1.FailoverAction.$Properties): phidelity.v1.FailoverAction;
             * }}
             */
            FailoverAction.create = function(properties) {
                return new FailoverAction(properties);
            };

            /**
             * Encodes the specified FailoverAction message. Does not implicitly {@link phidelity.v1.FailoverAction.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.FailoverAction
             * @static
             * @param {phidelity.v1.FailoverAction.$Properties} message FailoverAction message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            FailoverAction.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.group);
                if (message.to != null && $Object.hasOwnProperty.call(message, "to"))
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.to);
                if (message.acceptDataLoss != null && $Object.hasOwnProperty.call(message, "acceptDataLoss") && message.acceptDataLoss !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.acceptDataLoss);
                if (message.nodeIsOff != null && $Object.hasOwnProperty.call(message, "nodeIsOff") && message.nodeIsOff !== false)
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.nodeIsOff);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a FailoverAction message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.FailoverAction
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.FailoverAction & phidelity.v1.FailoverAction.$Shape} FailoverAction
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            FailoverAction.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.FailoverAction();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.group = value;
                            else
                                delete message.group;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.to = reader.stringVerify();
                            message._to = "to";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.acceptDataLoss = value;
                            else
                                delete message.acceptDataLoss;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.nodeIsOff = value;
                            else
                                delete message.nodeIsOff;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return FailoverAction;
        })();

        v1.SwitchoverAction = (function() {

            /**
             * Properties of a SwitchoverAction.
             * @typedef {Object} phidelity.v1.SwitchoverAction.$Properties
             * @property {string|null} [group] SwitchoverAction group
             * @property {string|null} [to] SwitchoverAction to
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SwitchoverAction.
             * @memberof phidelity.v1
             * @interface ISwitchoverAction
             * @augments phidelity.v1.SwitchoverAction.$Properties
             * @deprecated Use phidelity.v1.SwitchoverAction.$Properties instead.
             */

            /**
             * Shape of a SwitchoverAction.
             * @typedef {phidelity.v1.SwitchoverAction.$Properties} phidelity.v1.SwitchoverAction.$Shape
             */

            /**
             * Constructs a new SwitchoverAction.
             * @memberof phidelity.v1
             * @classdesc Represents a SwitchoverAction.
             * @constructor
             * @param {phidelity.v1.SwitchoverAction.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SwitchoverAction = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SwitchoverAction group.
             * @member {string} group
             * @memberof phidelity.v1.SwitchoverAction
             * @instance
             */
            SwitchoverAction.prototype.group = "";

            /**
             * SwitchoverAction to.
             * @member {string|null|undefined} to
             * @memberof phidelity.v1.SwitchoverAction
             * @instance
             */
            SwitchoverAction.prototype.to = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(SwitchoverAction.prototype, "_to", {
                get: $util.oneOfGetter($oneOfFields = ["to"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new SwitchoverAction instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.SwitchoverAction
             * @static
             * @param {phidelity.v1.SwitchoverAction.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.SwitchoverAction} SwitchoverAction instance
             * @type {{
             *   (properties: phidelity.v1.SwitchoverAction.$Shape): phidelity.v1.SwitchoverAction & phidelity.v1.SwitchoverAction.$Shape;
             *   (properties?: phidelity.v1.SwitchoverAction.$Properties): phidelity.v1.SwitchoverAction;
             * }}
             */
            SwitchoverAction.create = function(properties) {
                return new SwitchoverAction(properties);
            };

            /**
             * Encodes the specified SwitchoverAction message. Does not implicitly {@link phidelity.v1.SwitchoverAction.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.SwitchoverAction
             * @static
             * @param {phidelity.v1.SwitchoverAction.$Properties} message SwitchoverAction message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SwitchoverAction.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.group);
                if (message.to != null && $Object.hasOwnProperty.call(message, "to"))
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.to);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SwitchoverAction message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.SwitchoverAction
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.SwitchoverAction & phidelity.v1.SwitchoverAction.$Shape} SwitchoverAction
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SwitchoverAction.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.SwitchoverAction();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.group = value;
                            else
                                delete message.group;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.to = reader.stringVerify();
                            message._to = "to";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SwitchoverAction;
        })();

        v1.DrainAction = (function() {

            /**
             * Properties of a DrainAction.
             * @typedef {Object} phidelity.v1.DrainAction.$Properties
             * @property {string|null} [node] DrainAction node
             * @property {boolean|null} [force] DrainAction force
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a DrainAction.
             * @memberof phidelity.v1
             * @interface IDrainAction
             * @augments phidelity.v1.DrainAction.$Properties
             * @deprecated Use phidelity.v1.DrainAction.$Properties instead.
             */

            /**
             * Shape of a DrainAction.
             * @typedef {phidelity.v1.DrainAction.$Properties} phidelity.v1.DrainAction.$Shape
             */

            /**
             * Constructs a new DrainAction.
             * @memberof phidelity.v1
             * @classdesc Represents a DrainAction.
             * @constructor
             * @param {phidelity.v1.DrainAction.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const DrainAction = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * DrainAction node.
             * @member {string} node
             * @memberof phidelity.v1.DrainAction
             * @instance
             */
            DrainAction.prototype.node = "";

            /**
             * DrainAction force.
             * @member {boolean} force
             * @memberof phidelity.v1.DrainAction
             * @instance
             */
            DrainAction.prototype.force = false;

            /**
             * Creates a new DrainAction instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.DrainAction
             * @static
             * @param {phidelity.v1.DrainAction.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.DrainAction} DrainAction instance
             * @type {{
             *   (properties: phidelity.v1.DrainAction.$Shape): phidelity.v1.DrainAction & phidelity.v1.DrainAction.$Shape;
             *   (properties?: phidelity.v1.DrainAction.$Properties): phidelity.v1.DrainAction;
             * }}
             */
            DrainAction.create = function(properties) {
                return new DrainAction(properties);
            };

            /**
             * Encodes the specified DrainAction message. Does not implicitly {@link phidelity.v1.DrainAction.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.DrainAction
             * @static
             * @param {phidelity.v1.DrainAction.$Properties} message DrainAction message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DrainAction.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.node);
                if (message.force != null && $Object.hasOwnProperty.call(message, "force") && message.force !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.force);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a DrainAction message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.DrainAction
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.DrainAction & phidelity.v1.DrainAction.$Shape} DrainAction
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DrainAction.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.DrainAction();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.force = value;
                            else
                                delete message.force;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return DrainAction;
        })();

        v1.UndrainAction = (function() {

            /**
             * Properties of an UndrainAction.
             * @typedef {Object} phidelity.v1.UndrainAction.$Properties
             * @property {string|null} [node] UndrainAction node
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an UndrainAction.
             * @memberof phidelity.v1
             * @interface IUndrainAction
             * @augments phidelity.v1.UndrainAction.$Properties
             * @deprecated Use phidelity.v1.UndrainAction.$Properties instead.
             */

            /**
             * Shape of an UndrainAction.
             * @typedef {phidelity.v1.UndrainAction.$Properties} phidelity.v1.UndrainAction.$Shape
             */

            /**
             * Constructs a new UndrainAction.
             * @memberof phidelity.v1
             * @classdesc Represents an UndrainAction.
             * @constructor
             * @param {phidelity.v1.UndrainAction.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const UndrainAction = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * UndrainAction node.
             * @member {string} node
             * @memberof phidelity.v1.UndrainAction
             * @instance
             */
            UndrainAction.prototype.node = "";

            /**
             * Creates a new UndrainAction instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.UndrainAction
             * @static
             * @param {phidelity.v1.UndrainAction.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.UndrainAction} UndrainAction instance
             * @type {{
             *   (properties: phidelity.v1.UndrainAction.$Shape): phidelity.v1.UndrainAction & phidelity.v1.UndrainAction.$Shape;
             *   (properties?: phidelity.v1.UndrainAction.$Properties): phidelity.v1.UndrainAction;
             * }}
             */
            UndrainAction.create = function(properties) {
                return new UndrainAction(properties);
            };

            /**
             * Encodes the specified UndrainAction message. Does not implicitly {@link phidelity.v1.UndrainAction.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.UndrainAction
             * @static
             * @param {phidelity.v1.UndrainAction.$Properties} message UndrainAction message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            UndrainAction.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.node);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an UndrainAction message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.UndrainAction
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.UndrainAction & phidelity.v1.UndrainAction.$Shape} UndrainAction
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            UndrainAction.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.UndrainAction();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return UndrainAction;
        })();

        v1.PauseAction = (function() {

            /**
             * Properties of a PauseAction.
             * @typedef {Object} phidelity.v1.PauseAction.$Properties
             * @property {string|null} [group] PauseAction group
             * @property {number|null} [forMs] PauseAction forMs
             * @property {string|null} [reason] PauseAction reason
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PauseAction.
             * @memberof phidelity.v1
             * @interface IPauseAction
             * @augments phidelity.v1.PauseAction.$Properties
             * @deprecated Use phidelity.v1.PauseAction.$Properties instead.
             */

            /**
             * Shape of a PauseAction.
             * @typedef {phidelity.v1.PauseAction.$Properties} phidelity.v1.PauseAction.$Shape
             */

            /**
             * Constructs a new PauseAction.
             * @memberof phidelity.v1
             * @classdesc Represents a PauseAction.
             * @constructor
             * @param {phidelity.v1.PauseAction.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PauseAction = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PauseAction group.
             * @member {string|null|undefined} group
             * @memberof phidelity.v1.PauseAction
             * @instance
             */
            PauseAction.prototype.group = null;

            /**
             * PauseAction forMs.
             * @member {number|null|undefined} forMs
             * @memberof phidelity.v1.PauseAction
             * @instance
             */
            PauseAction.prototype.forMs = null;

            /**
             * PauseAction reason.
             * @member {string} reason
             * @memberof phidelity.v1.PauseAction
             * @instance
             */
            PauseAction.prototype.reason = "";

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(PauseAction.prototype, "_group", {
                get: $util.oneOfGetter($oneOfFields = ["group"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(PauseAction.prototype, "_forMs", {
                get: $util.oneOfGetter($oneOfFields = ["forMs"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new PauseAction instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.PauseAction
             * @static
             * @param {phidelity.v1.PauseAction.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.PauseAction} PauseAction instance
             * @type {{
             *   (properties: phidelity.v1.PauseAction.$Shape): phidelity.v1.PauseAction & phidelity.v1.PauseAction.$Shape;
             *   (properties?: phidelity.v1.PauseAction.$Properties): phidelity.v1.PauseAction;
             * }}
             */
            PauseAction.create = function(properties) {
                return new PauseAction(properties);
            };

            /**
             * Encodes the specified PauseAction message. Does not implicitly {@link phidelity.v1.PauseAction.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.PauseAction
             * @static
             * @param {phidelity.v1.PauseAction.$Properties} message PauseAction message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PauseAction.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.group != null && $Object.hasOwnProperty.call(message, "group"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.group);
                if (message.forMs != null && $Object.hasOwnProperty.call(message, "forMs"))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.forMs);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PauseAction message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.PauseAction
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.PauseAction & phidelity.v1.PauseAction.$Shape} PauseAction
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PauseAction.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.PauseAction();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.group = reader.stringVerify();
                            message._group = "group";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            message.forMs = reader.double();
                            message._forMs = "forMs";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PauseAction;
        })();

        v1.ResumeAction = (function() {

            /**
             * Properties of a ResumeAction.
             * @typedef {Object} phidelity.v1.ResumeAction.$Properties
             * @property {string|null} [group] ResumeAction group
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ResumeAction.
             * @memberof phidelity.v1
             * @interface IResumeAction
             * @augments phidelity.v1.ResumeAction.$Properties
             * @deprecated Use phidelity.v1.ResumeAction.$Properties instead.
             */

            /**
             * Shape of a ResumeAction.
             * @typedef {phidelity.v1.ResumeAction.$Properties} phidelity.v1.ResumeAction.$Shape
             */

            /**
             * Constructs a new ResumeAction.
             * @memberof phidelity.v1
             * @classdesc Represents a ResumeAction.
             * @constructor
             * @param {phidelity.v1.ResumeAction.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ResumeAction = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ResumeAction group.
             * @member {string|null|undefined} group
             * @memberof phidelity.v1.ResumeAction
             * @instance
             */
            ResumeAction.prototype.group = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ResumeAction.prototype, "_group", {
                get: $util.oneOfGetter($oneOfFields = ["group"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new ResumeAction instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.ResumeAction
             * @static
             * @param {phidelity.v1.ResumeAction.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.ResumeAction} ResumeAction instance
             * @type {{
             *   (properties: phidelity.v1.ResumeAction.$Shape): phidelity.v1.ResumeAction & phidelity.v1.ResumeAction.$Shape;
             *   (properties?: phidelity.v1.ResumeAction.$Properties): phidelity.v1.ResumeAction;
             * }}
             */
            ResumeAction.create = function(properties) {
                return new ResumeAction(properties);
            };

            /**
             * Encodes the specified ResumeAction message. Does not implicitly {@link phidelity.v1.ResumeAction.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.ResumeAction
             * @static
             * @param {phidelity.v1.ResumeAction.$Properties} message ResumeAction message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ResumeAction.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.group != null && $Object.hasOwnProperty.call(message, "group"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.group);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ResumeAction message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.ResumeAction
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.ResumeAction & phidelity.v1.ResumeAction.$Shape} ResumeAction
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ResumeAction.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.ResumeAction();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.group = reader.stringVerify();
                            message._group = "group";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ResumeAction;
        })();

        v1.AckAction = (function() {

            /**
             * Properties of an AckAction.
             * @typedef {Object} phidelity.v1.AckAction.$Properties
             * @property {string|null} [group] AckAction group
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an AckAction.
             * @memberof phidelity.v1
             * @interface IAckAction
             * @augments phidelity.v1.AckAction.$Properties
             * @deprecated Use phidelity.v1.AckAction.$Properties instead.
             */

            /**
             * Shape of an AckAction.
             * @typedef {phidelity.v1.AckAction.$Properties} phidelity.v1.AckAction.$Shape
             */

            /**
             * Constructs a new AckAction.
             * @memberof phidelity.v1
             * @classdesc Represents an AckAction.
             * @constructor
             * @param {phidelity.v1.AckAction.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const AckAction = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * AckAction group.
             * @member {string} group
             * @memberof phidelity.v1.AckAction
             * @instance
             */
            AckAction.prototype.group = "";

            /**
             * Creates a new AckAction instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.AckAction
             * @static
             * @param {phidelity.v1.AckAction.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.AckAction} AckAction instance
             * @type {{
             *   (properties: phidelity.v1.AckAction.$Shape): phidelity.v1.AckAction & phidelity.v1.AckAction.$Shape;
             *   (properties?: phidelity.v1.AckAction.$Properties): phidelity.v1.AckAction;
             * }}
             */
            AckAction.create = function(properties) {
                return new AckAction(properties);
            };

            /**
             * Encodes the specified AckAction message. Does not implicitly {@link phidelity.v1.AckAction.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.AckAction
             * @static
             * @param {phidelity.v1.AckAction.$Properties} message AckAction message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AckAction.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.group);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an AckAction message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.AckAction
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.AckAction & phidelity.v1.AckAction.$Shape} AckAction
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AckAction.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.AckAction();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.group = value;
                            else
                                delete message.group;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AckAction;
        })();

        v1.ForgetAction = (function() {

            /**
             * Properties of a ForgetAction.
             * @typedef {Object} phidelity.v1.ForgetAction.$Properties
             * @property {string|null} [node] ForgetAction node
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ForgetAction.
             * @memberof phidelity.v1
             * @interface IForgetAction
             * @augments phidelity.v1.ForgetAction.$Properties
             * @deprecated Use phidelity.v1.ForgetAction.$Properties instead.
             */

            /**
             * Shape of a ForgetAction.
             * @typedef {phidelity.v1.ForgetAction.$Properties} phidelity.v1.ForgetAction.$Shape
             */

            /**
             * Constructs a new ForgetAction.
             * @memberof phidelity.v1
             * @classdesc Represents a ForgetAction.
             * @constructor
             * @param {phidelity.v1.ForgetAction.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ForgetAction = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ForgetAction node.
             * @member {string} node
             * @memberof phidelity.v1.ForgetAction
             * @instance
             */
            ForgetAction.prototype.node = "";

            /**
             * Creates a new ForgetAction instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.ForgetAction
             * @static
             * @param {phidelity.v1.ForgetAction.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.ForgetAction} ForgetAction instance
             * @type {{
             *   (properties: phidelity.v1.ForgetAction.$Shape): phidelity.v1.ForgetAction & phidelity.v1.ForgetAction.$Shape;
             *   (properties?: phidelity.v1.ForgetAction.$Properties): phidelity.v1.ForgetAction;
             * }}
             */
            ForgetAction.create = function(properties) {
                return new ForgetAction(properties);
            };

            /**
             * Encodes the specified ForgetAction message. Does not implicitly {@link phidelity.v1.ForgetAction.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.ForgetAction
             * @static
             * @param {phidelity.v1.ForgetAction.$Properties} message ForgetAction message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ForgetAction.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.node);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ForgetAction message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.ForgetAction
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.ForgetAction & phidelity.v1.ForgetAction.$Shape} ForgetAction
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ForgetAction.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.ForgetAction();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ForgetAction;
        })();

        v1.Command = (function() {

            /**
             * Properties of a Command.
             * @typedef {Object} phidelity.v1.Command.$Properties
             * @property {string|null} [request] Command request
             * @property {boolean|null} [dryRun] Command dryRun
             * @property {phidelity.v1.FailoverAction.$Properties|null} [failover] Command failover
             * @property {phidelity.v1.SwitchoverAction.$Properties|null} [switchover] Command switchover
             * @property {phidelity.v1.DrainAction.$Properties|null} [drain] Command drain
             * @property {phidelity.v1.UndrainAction.$Properties|null} [undrain] Command undrain
             * @property {phidelity.v1.PauseAction.$Properties|null} [pause] Command pause
             * @property {phidelity.v1.ResumeAction.$Properties|null} [resume] Command resume
             * @property {phidelity.v1.AckAction.$Properties|null} [ack] Command ack
             * @property {phidelity.v1.ForgetAction.$Properties|null} [forget] Command forget
             * @property {"failover"|"switchover"|"drain"|"undrain"|"pause"|"resume"|"ack"|"forget"} [action] Command action
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Command.
             * @memberof phidelity.v1
             * @interface ICommand
             * @augments phidelity.v1.Command.$Properties
             * @deprecated Use phidelity.v1.Command.$Properties instead.
             */

            /**
             * Narrowed shape of a Command.
             * @typedef {{
             *   request?: string|null;
             *   dryRun?: boolean|null;
             *   failover?: phidelity.v1.FailoverAction.$Shape|null;
             *   switchover?: phidelity.v1.SwitchoverAction.$Shape|null;
             *   drain?: phidelity.v1.DrainAction.$Shape|null;
             *   undrain?: phidelity.v1.UndrainAction.$Shape|null;
             *   pause?: phidelity.v1.PauseAction.$Shape|null;
             *   resume?: phidelity.v1.ResumeAction.$Shape|null;
             *   ack?: phidelity.v1.AckAction.$Shape|null;
             *   forget?: phidelity.v1.ForgetAction.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ action?: undefined; failover?: null; switchover?: null; drain?: null; undrain?: null; pause?: null; resume?: null; ack?: null; forget?: null }|{ action?: "failover"; failover: phidelity.v1.FailoverAction.$Shape; switchover?: null; drain?: null; undrain?: null; pause?: null; resume?: null; ack?: null; forget?: null }|{ action?: "switchover"; failover?: null; switchover: phidelity.v1.SwitchoverAction.$Shape; drain?: null; undrain?: null; pause?: null; resume?: null; ack?: null; forget?: null }|{ action?: "drain"; failover?: null; switchover?: null; drain: phidelity.v1.DrainAction.$Shape; undrain?: null; pause?: null; resume?: null; ack?: null; forget?: null }|{ action?: "undrain"; failover?: null; switchover?: null; drain?: null; undrain: phidelity.v1.UndrainAction.$Shape; pause?: null; resume?: null; ack?: null; forget?: null }|{ action?: "pause"; failover?: null; switchover?: null; drain?: null; undrain?: null; pause: phidelity.v1.PauseAction.$Shape; resume?: null; ack?: null; forget?: null }|{ action?: "resume"; failover?: null; switchover?: null; drain?: null; undrain?: null; pause?: null; resume: phidelity.v1.ResumeAction.$Shape; ack?: null; forget?: null }|{ action?: "ack"; failover?: null; switchover?: null; drain?: null; undrain?: null; pause?: null; resume?: null; ack: phidelity.v1.AckAction.$Shape; forget?: null }|{ action?: "forget"; failover?: null; switchover?: null; drain?: null; undrain?: null; pause?: null; resume?: null; ack?: null; forget: phidelity.v1.ForgetAction.$Shape })
             * )} phidelity.v1.Command.$Shape
             */

            /**
             * Constructs a new Command.
             * @memberof phidelity.v1
             * @classdesc Represents a Command.
             * @constructor
             * @param {phidelity.v1.Command.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Command = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Command request.
             * @member {string} request
             * @memberof phidelity.v1.Command
             * @instance
             */
            Command.prototype.request = "";

            /**
             * Command dryRun.
             * @member {boolean} dryRun
             * @memberof phidelity.v1.Command
             * @instance
             */
            Command.prototype.dryRun = false;

            /**
             * Command failover.
             * @member {phidelity.v1.FailoverAction.$Properties|null|undefined} failover
             * @memberof phidelity.v1.Command
             * @instance
             */
            Command.prototype.failover = null;

            /**
             * Command switchover.
             * @member {phidelity.v1.SwitchoverAction.$Properties|null|undefined} switchover
             * @memberof phidelity.v1.Command
             * @instance
             */
            Command.prototype.switchover = null;

            /**
             * Command drain.
             * @member {phidelity.v1.DrainAction.$Properties|null|undefined} drain
             * @memberof phidelity.v1.Command
             * @instance
             */
            Command.prototype.drain = null;

            /**
             * Command undrain.
             * @member {phidelity.v1.UndrainAction.$Properties|null|undefined} undrain
             * @memberof phidelity.v1.Command
             * @instance
             */
            Command.prototype.undrain = null;

            /**
             * Command pause.
             * @member {phidelity.v1.PauseAction.$Properties|null|undefined} pause
             * @memberof phidelity.v1.Command
             * @instance
             */
            Command.prototype.pause = null;

            /**
             * Command resume.
             * @member {phidelity.v1.ResumeAction.$Properties|null|undefined} resume
             * @memberof phidelity.v1.Command
             * @instance
             */
            Command.prototype.resume = null;

            /**
             * Command ack.
             * @member {phidelity.v1.AckAction.$Properties|null|undefined} ack
             * @memberof phidelity.v1.Command
             * @instance
             */
            Command.prototype.ack = null;

            /**
             * Command forget.
             * @member {phidelity.v1.ForgetAction.$Properties|null|undefined} forget
             * @memberof phidelity.v1.Command
             * @instance
             */
            Command.prototype.forget = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * Command action.
             * @member {"failover"|"switchover"|"drain"|"undrain"|"pause"|"resume"|"ack"|"forget"|undefined} action
             * @memberof phidelity.v1.Command
             * @instance
             */
            $Object.defineProperty(Command.prototype, "action", {
                get: $util.oneOfGetter($oneOfFields = ["failover", "switchover", "drain", "undrain", "pause", "resume", "ack", "forget"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new Command instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.Command
             * @static
             * @param {phidelity.v1.Command.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.Command} Command instance
             * @type {{
             *   (properties: phidelity.v1.Command.$Shape): phidelity.v1.Command & phidelity.v1.Command.$Shape;
             *   (properties?: phidelity.v1.Command.$Properties): phidelity.v1.Command;
             * }}
             */
            Command.create = function(properties) {
                return new Command(properties);
            };

            /**
             * Encodes the specified Command message. Does not implicitly {@link phidelity.v1.Command.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.Command
             * @static
             * @param {phidelity.v1.Command.$Properties} message Command message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Command.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.request != null && $Object.hasOwnProperty.call(message, "request") && message.request !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.request);
                if (message.dryRun != null && $Object.hasOwnProperty.call(message, "dryRun") && message.dryRun !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.dryRun);
                if (message.failover != null && $Object.hasOwnProperty.call(message, "failover"))
                    $root.phidelity.v1.FailoverAction.encode(message.failover, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.switchover != null && $Object.hasOwnProperty.call(message, "switchover"))
                    $root.phidelity.v1.SwitchoverAction.encode(message.switchover, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.drain != null && $Object.hasOwnProperty.call(message, "drain"))
                    $root.phidelity.v1.DrainAction.encode(message.drain, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.undrain != null && $Object.hasOwnProperty.call(message, "undrain"))
                    $root.phidelity.v1.UndrainAction.encode(message.undrain, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.pause != null && $Object.hasOwnProperty.call(message, "pause"))
                    $root.phidelity.v1.PauseAction.encode(message.pause, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.resume != null && $Object.hasOwnProperty.call(message, "resume"))
                    $root.phidelity.v1.ResumeAction.encode(message.resume, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.ack != null && $Object.hasOwnProperty.call(message, "ack"))
                    $root.phidelity.v1.AckAction.encode(message.ack, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.forget != null && $Object.hasOwnProperty.call(message, "forget"))
                    $root.phidelity.v1.ForgetAction.encode(message.forget, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Command message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.Command
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.Command & phidelity.v1.Command.$Shape} Command
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Command.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.Command();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.request = value;
                            else
                                delete message.request;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.dryRun = value;
                            else
                                delete message.dryRun;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.failover = $root.phidelity.v1.FailoverAction.decode(reader, reader.size(), $undefined, _depth + 1, message.failover);
                            message.action = "failover";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.switchover = $root.phidelity.v1.SwitchoverAction.decode(reader, reader.size(), $undefined, _depth + 1, message.switchover);
                            message.action = "switchover";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.drain = $root.phidelity.v1.DrainAction.decode(reader, reader.size(), $undefined, _depth + 1, message.drain);
                            message.action = "drain";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.undrain = $root.phidelity.v1.UndrainAction.decode(reader, reader.size(), $undefined, _depth + 1, message.undrain);
                            message.action = "undrain";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.pause = $root.phidelity.v1.PauseAction.decode(reader, reader.size(), $undefined, _depth + 1, message.pause);
                            message.action = "pause";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.resume = $root.phidelity.v1.ResumeAction.decode(reader, reader.size(), $undefined, _depth + 1, message.resume);
                            message.action = "resume";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.ack = $root.phidelity.v1.AckAction.decode(reader, reader.size(), $undefined, _depth + 1, message.ack);
                            message.action = "ack";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.forget = $root.phidelity.v1.ForgetAction.decode(reader, reader.size(), $undefined, _depth + 1, message.forget);
                            message.action = "forget";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Command;
        })();

        v1.WatchRequest = (function() {

            /**
             * Properties of a WatchRequest.
             * @typedef {Object} phidelity.v1.WatchRequest.$Properties
             * @property {number|null} [membersEveryMs] WatchRequest membersEveryMs
             * @property {boolean|null} [events] WatchRequest events
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a WatchRequest.
             * @memberof phidelity.v1
             * @interface IWatchRequest
             * @augments phidelity.v1.WatchRequest.$Properties
             * @deprecated Use phidelity.v1.WatchRequest.$Properties instead.
             */

            /**
             * Shape of a WatchRequest.
             * @typedef {phidelity.v1.WatchRequest.$Properties} phidelity.v1.WatchRequest.$Shape
             */

            /**
             * Constructs a new WatchRequest.
             * @memberof phidelity.v1
             * @classdesc Represents a WatchRequest.
             * @constructor
             * @param {phidelity.v1.WatchRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const WatchRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * WatchRequest membersEveryMs.
             * @member {number} membersEveryMs
             * @memberof phidelity.v1.WatchRequest
             * @instance
             */
            WatchRequest.prototype.membersEveryMs = 0;

            /**
             * WatchRequest events.
             * @member {boolean} events
             * @memberof phidelity.v1.WatchRequest
             * @instance
             */
            WatchRequest.prototype.events = false;

            /**
             * Creates a new WatchRequest instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.WatchRequest
             * @static
             * @param {phidelity.v1.WatchRequest.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.WatchRequest} WatchRequest instance
             * @type {{
             *   (properties: phidelity.v1.WatchRequest.$Shape): phidelity.v1.WatchRequest & phidelity.v1.WatchRequest.$Shape;
             *   (properties?: phidelity.v1.WatchRequest.$Properties): phidelity.v1.WatchRequest;
             * }}
             */
            WatchRequest.create = function(properties) {
                return new WatchRequest(properties);
            };

            /**
             * Encodes the specified WatchRequest message. Does not implicitly {@link phidelity.v1.WatchRequest.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.WatchRequest
             * @static
             * @param {phidelity.v1.WatchRequest.$Properties} message WatchRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            WatchRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.membersEveryMs != null && $Object.hasOwnProperty.call(message, "membersEveryMs") && !$Object.is(message.membersEveryMs, 0))
                    writer.uint32(/* id 1, wireType 1 =*/9).double(message.membersEveryMs);
                if (message.events != null && $Object.hasOwnProperty.call(message, "events") && message.events !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.events);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a WatchRequest message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.WatchRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.WatchRequest & phidelity.v1.WatchRequest.$Shape} WatchRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            WatchRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.WatchRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.membersEveryMs = value;
                            else
                                delete message.membersEveryMs;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.events = value;
                            else
                                delete message.events;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return WatchRequest;
        })();

        v1.Progress = (function() {

            /**
             * Properties of a Progress.
             * @typedef {Object} phidelity.v1.Progress.$Properties
             * @property {string|null} [request] Progress request
             * @property {number|null} [afterMs] Progress afterMs
             * @property {string|null} [text] Progress text
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Progress.
             * @memberof phidelity.v1
             * @interface IProgress
             * @augments phidelity.v1.Progress.$Properties
             * @deprecated Use phidelity.v1.Progress.$Properties instead.
             */

            /**
             * Shape of a Progress.
             * @typedef {phidelity.v1.Progress.$Properties} phidelity.v1.Progress.$Shape
             */

            /**
             * Constructs a new Progress.
             * @memberof phidelity.v1
             * @classdesc Represents a Progress.
             * @constructor
             * @param {phidelity.v1.Progress.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Progress = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Progress request.
             * @member {string} request
             * @memberof phidelity.v1.Progress
             * @instance
             */
            Progress.prototype.request = "";

            /**
             * Progress afterMs.
             * @member {number} afterMs
             * @memberof phidelity.v1.Progress
             * @instance
             */
            Progress.prototype.afterMs = 0;

            /**
             * Progress text.
             * @member {string} text
             * @memberof phidelity.v1.Progress
             * @instance
             */
            Progress.prototype.text = "";

            /**
             * Creates a new Progress instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.Progress
             * @static
             * @param {phidelity.v1.Progress.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.Progress} Progress instance
             * @type {{
             *   (properties: phidelity.v1.Progress.$Shape): phidelity.v1.Progress & phidelity.v1.Progress.$Shape;
             *   (properties?: phidelity.v1.Progress.$Properties): phidelity.v1.Progress;
             * }}
             */
            Progress.create = function(properties) {
                return new Progress(properties);
            };

            /**
             * Encodes the specified Progress message. Does not implicitly {@link phidelity.v1.Progress.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.Progress
             * @static
             * @param {phidelity.v1.Progress.$Properties} message Progress message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Progress.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.request != null && $Object.hasOwnProperty.call(message, "request") && message.request !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.request);
                if (message.afterMs != null && $Object.hasOwnProperty.call(message, "afterMs") && !$Object.is(message.afterMs, 0))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.afterMs);
                if (message.text != null && $Object.hasOwnProperty.call(message, "text") && message.text !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.text);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Progress message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.Progress
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.Progress & phidelity.v1.Progress.$Shape} Progress
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Progress.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.Progress();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.request = value;
                            else
                                delete message.request;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.afterMs = value;
                            else
                                delete message.afterMs;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.text = value;
                            else
                                delete message.text;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Progress;
        })();

        v1.Outcome = (function() {

            /**
             * Properties of an Outcome.
             * @typedef {Object} phidelity.v1.Outcome.$Properties
             * @property {string|null} [request] Outcome request
             * @property {phidelity.v1.OutcomeStatus|null} [status] Outcome status
             * @property {number|null} [afterMs] Outcome afterMs
             * @property {string|null} [text] Outcome text
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Outcome.
             * @memberof phidelity.v1
             * @interface IOutcome
             * @augments phidelity.v1.Outcome.$Properties
             * @deprecated Use phidelity.v1.Outcome.$Properties instead.
             */

            /**
             * Shape of an Outcome.
             * @typedef {phidelity.v1.Outcome.$Properties} phidelity.v1.Outcome.$Shape
             */

            /**
             * Constructs a new Outcome.
             * @memberof phidelity.v1
             * @classdesc Represents an Outcome.
             * @constructor
             * @param {phidelity.v1.Outcome.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Outcome = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Outcome request.
             * @member {string} request
             * @memberof phidelity.v1.Outcome
             * @instance
             */
            Outcome.prototype.request = "";

            /**
             * Outcome status.
             * @member {phidelity.v1.OutcomeStatus} status
             * @memberof phidelity.v1.Outcome
             * @instance
             */
            Outcome.prototype.status = 0;

            /**
             * Outcome afterMs.
             * @member {number} afterMs
             * @memberof phidelity.v1.Outcome
             * @instance
             */
            Outcome.prototype.afterMs = 0;

            /**
             * Outcome text.
             * @member {string} text
             * @memberof phidelity.v1.Outcome
             * @instance
             */
            Outcome.prototype.text = "";

            /**
             * Creates a new Outcome instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.Outcome
             * @static
             * @param {phidelity.v1.Outcome.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.Outcome} Outcome instance
             * @type {{
             *   (properties: phidelity.v1.Outcome.$Shape): phidelity.v1.Outcome & phidelity.v1.Outcome.$Shape;
             *   (properties?: phidelity.v1.Outcome.$Properties): phidelity.v1.Outcome;
             * }}
             */
            Outcome.create = function(properties) {
                return new Outcome(properties);
            };

            /**
             * Encodes the specified Outcome message. Does not implicitly {@link phidelity.v1.Outcome.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.Outcome
             * @static
             * @param {phidelity.v1.Outcome.$Properties} message Outcome message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Outcome.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.request != null && $Object.hasOwnProperty.call(message, "request") && message.request !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.request);
                if (message.status != null && $Object.hasOwnProperty.call(message, "status") && message.status !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.status);
                if (message.afterMs != null && $Object.hasOwnProperty.call(message, "afterMs") && !$Object.is(message.afterMs, 0))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.afterMs);
                if (message.text != null && $Object.hasOwnProperty.call(message, "text") && message.text !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.text);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Outcome message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.Outcome
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.Outcome & phidelity.v1.Outcome.$Shape} Outcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Outcome.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.Outcome();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.request = value;
                            else
                                delete message.request;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.status = value;
                            else
                                delete message.status;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.afterMs = value;
                            else
                                delete message.afterMs;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.text = value;
                            else
                                delete message.text;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Outcome;
        })();

        v1.MembersUpdate = (function() {

            /**
             * Properties of a MembersUpdate.
             * @typedef {Object} phidelity.v1.MembersUpdate.$Properties
             * @property {string|null} [cluster] MembersUpdate cluster
             * @property {string|null} [leader] MembersUpdate leader
             * @property {number|null} [term] MembersUpdate term
             * @property {Array.<phidelity.v1.MemberRow.$Properties>|null} [members] MembersUpdate members
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a MembersUpdate.
             * @memberof phidelity.v1
             * @interface IMembersUpdate
             * @augments phidelity.v1.MembersUpdate.$Properties
             * @deprecated Use phidelity.v1.MembersUpdate.$Properties instead.
             */

            /**
             * Shape of a MembersUpdate.
             * @typedef {phidelity.v1.MembersUpdate.$Properties} phidelity.v1.MembersUpdate.$Shape
             */

            /**
             * Constructs a new MembersUpdate.
             * @memberof phidelity.v1
             * @classdesc Represents a MembersUpdate.
             * @constructor
             * @param {phidelity.v1.MembersUpdate.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const MembersUpdate = function (properties) {
                this.members = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * MembersUpdate cluster.
             * @member {string} cluster
             * @memberof phidelity.v1.MembersUpdate
             * @instance
             */
            MembersUpdate.prototype.cluster = "";

            /**
             * MembersUpdate leader.
             * @member {string} leader
             * @memberof phidelity.v1.MembersUpdate
             * @instance
             */
            MembersUpdate.prototype.leader = "";

            /**
             * MembersUpdate term.
             * @member {number} term
             * @memberof phidelity.v1.MembersUpdate
             * @instance
             */
            MembersUpdate.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * MembersUpdate members.
             * @member {Array.<phidelity.v1.MemberRow.$Properties>} members
             * @memberof phidelity.v1.MembersUpdate
             * @instance
             */
            MembersUpdate.prototype.members = $util.emptyArray;

            /**
             * Creates a new MembersUpdate instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.MembersUpdate
             * @static
             * @param {phidelity.v1.MembersUpdate.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.MembersUpdate} MembersUpdate instance
             * @type {{
             *   (properties: phidelity.v1.MembersUpdate.$Shape): phidelity.v1.MembersUpdate & phidelity.v1.MembersUpdate.$Shape;
             *   (properties?: phidelity.v1.MembersUpdate.$Properties): phidelity.v1.MembersUpdate;
             * }}
             */
            MembersUpdate.create = function(properties) {
                return new MembersUpdate(properties);
            };

            /**
             * Encodes the specified MembersUpdate message. Does not implicitly {@link phidelity.v1.MembersUpdate.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.MembersUpdate
             * @static
             * @param {phidelity.v1.MembersUpdate.$Properties} message MembersUpdate message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            MembersUpdate.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster") && message.cluster !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.cluster);
                if (message.leader != null && $Object.hasOwnProperty.call(message, "leader") && message.leader !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.leader);
                if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.term);
                if (message.members != null && message.members.length)
                    for (let i = 0; i < message.members.length; ++i)
                        $root.phidelity.v1.MemberRow.encode(message.members[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a MembersUpdate message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.MembersUpdate
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.MembersUpdate & phidelity.v1.MembersUpdate.$Shape} MembersUpdate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            MembersUpdate.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.MembersUpdate();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.cluster = value;
                            else
                                delete message.cluster;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.leader = value;
                            else
                                delete message.leader;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.term = value;
                            else
                                delete message.term;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.members && message.members.length))
                                message.members = [];
                            message.members.push($root.phidelity.v1.MemberRow.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return MembersUpdate;
        })();

        v1.EventUpdate = (function() {

            /**
             * Properties of an EventUpdate.
             * @typedef {Object} phidelity.v1.EventUpdate.$Properties
             * @property {phidelity.v1.EventRow.$Properties|null} [event] EventUpdate event
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EventUpdate.
             * @memberof phidelity.v1
             * @interface IEventUpdate
             * @augments phidelity.v1.EventUpdate.$Properties
             * @deprecated Use phidelity.v1.EventUpdate.$Properties instead.
             */

            /**
             * Shape of an EventUpdate.
             * @typedef {phidelity.v1.EventUpdate.$Properties} phidelity.v1.EventUpdate.$Shape
             */

            /**
             * Constructs a new EventUpdate.
             * @memberof phidelity.v1
             * @classdesc Represents an EventUpdate.
             * @constructor
             * @param {phidelity.v1.EventUpdate.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EventUpdate = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EventUpdate event.
             * @member {phidelity.v1.EventRow.$Properties|null|undefined} event
             * @memberof phidelity.v1.EventUpdate
             * @instance
             */
            EventUpdate.prototype.event = null;

            /**
             * Creates a new EventUpdate instance using the specified properties.
             * @function create
             * @memberof phidelity.v1.EventUpdate
             * @static
             * @param {phidelity.v1.EventUpdate.$Properties=} [properties] Properties to set
             * @returns {phidelity.v1.EventUpdate} EventUpdate instance
             * @type {{
             *   (properties: phidelity.v1.EventUpdate.$Shape): phidelity.v1.EventUpdate & phidelity.v1.EventUpdate.$Shape;
             *   (properties?: phidelity.v1.EventUpdate.$Properties): phidelity.v1.EventUpdate;
             * }}
             */
            EventUpdate.create = function(properties) {
                return new EventUpdate(properties);
            };

            /**
             * Encodes the specified EventUpdate message. Does not implicitly {@link phidelity.v1.EventUpdate.verify|verify} messages.
             * @function encode
             * @memberof phidelity.v1.EventUpdate
             * @static
             * @param {phidelity.v1.EventUpdate.$Properties} message EventUpdate message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EventUpdate.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.event != null && $Object.hasOwnProperty.call(message, "event"))
                    $root.phidelity.v1.EventRow.encode(message.event, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EventUpdate message from the specified reader or buffer.
             * @function decode
             * @memberof phidelity.v1.EventUpdate
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {phidelity.v1.EventUpdate & phidelity.v1.EventUpdate.$Shape} EventUpdate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EventUpdate.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.phidelity.v1.EventUpdate();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.event = $root.phidelity.v1.EventRow.decode(reader, reader.size(), $undefined, _depth + 1, message.event);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return EventUpdate;
        })();

        return v1;
    })();

    return phidelity;
})();

export {
  $root as default
};
