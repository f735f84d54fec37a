import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace phidelity. */
export namespace phidelity {

    /** Namespace v1. */
    namespace v1 {

        /** RefusalCode enum. */
        enum RefusalCode {

            /** REFUSAL_CODE_UNSPECIFIED value */
            REFUSAL_CODE_UNSPECIFIED = 0,

            /** REFUSAL_CODE_VERSION value */
            REFUSAL_CODE_VERSION = 1,

            /** REFUSAL_CODE_AUTH value */
            REFUSAL_CODE_AUTH = 2,

            /** REFUSAL_CODE_STALE value */
            REFUSAL_CODE_STALE = 3,

            /** REFUSAL_CODE_FORGOTTEN value */
            REFUSAL_CODE_FORGOTTEN = 4,

            /** REFUSAL_CODE_MALFORMED value */
            REFUSAL_CODE_MALFORMED = 5
        }

        /** Order enum. */
        enum Order {

            /** ORDER_UNSPECIFIED value */
            ORDER_UNSPECIFIED = 0,

            /** ORDER_NONE value */
            ORDER_NONE = 1,

            /** ORDER_RELEASE value */
            ORDER_RELEASE = 2,

            /** ORDER_STATUS value */
            ORDER_STATUS = 3
        }

        /** GroupMode enum. */
        enum GroupMode {

            /** GROUP_MODE_UNSPECIFIED value */
            GROUP_MODE_UNSPECIFIED = 0,

            /** GROUP_MODE_ACTIVE_PASSIVE value */
            GROUP_MODE_ACTIVE_PASSIVE = 1,

            /** GROUP_MODE_ACTIVE_ACTIVE value */
            GROUP_MODE_ACTIVE_ACTIVE = 2
        }

        /**
         * Properties of a Welcome.
         * @deprecated Use phidelity.v1.Welcome.$Properties instead.
         */
        interface IWelcome extends phidelity.v1.Welcome.$Properties {
        }

        /** Represents a Welcome. */
        class Welcome {

            /**
             * Constructs a new Welcome.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.Welcome.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Welcome protocol. */
            protocol: number;

            /** Welcome software. */
            software: string;

            /** Welcome cluster. */
            cluster: string;

            /** Welcome coordinator. */
            coordinator: string;

            /** Welcome term. */
            term: number;

            /**
             * Creates a new Welcome instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Welcome instance
             */
            static create(properties: phidelity.v1.Welcome.$Shape): phidelity.v1.Welcome & phidelity.v1.Welcome.$Shape;
            static create(properties?: phidelity.v1.Welcome.$Properties): phidelity.v1.Welcome;

            /**
             * Encodes the specified Welcome message. Does not implicitly {@link phidelity.v1.Welcome.verify|verify} messages.
             * @param message Welcome message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.Welcome.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Welcome message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.Welcome & phidelity.v1.Welcome.$Shape} Welcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.Welcome & phidelity.v1.Welcome.$Shape;
        }

        namespace Welcome {

            /** Properties of a Welcome. */
            interface $Properties {

                /** Welcome protocol */
                protocol?: (number|null);

                /** Welcome software */
                software?: (string|null);

                /** Welcome cluster */
                cluster?: (string|null);

                /** Welcome coordinator */
                coordinator?: (string|null);

                /** Welcome term */
                term?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Welcome. */
            type $Shape = phidelity.v1.Welcome.$Properties;
        }

        /**
         * Properties of a Refused.
         * @deprecated Use phidelity.v1.Refused.$Properties instead.
         */
        interface IRefused extends phidelity.v1.Refused.$Properties {
        }

        /** Represents a Refused. */
        class Refused {

            /**
             * Constructs a new Refused.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.Refused.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Refused code. */
            code: phidelity.v1.RefusalCode;

            /** Refused reason. */
            reason: string;

            /** Refused protocolMin. */
            protocolMin: number;

            /** Refused protocolMax. */
            protocolMax: number;

            /** Refused software. */
            software: string;

            /**
             * Creates a new Refused instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Refused instance
             */
            static create(properties: phidelity.v1.Refused.$Shape): phidelity.v1.Refused & phidelity.v1.Refused.$Shape;
            static create(properties?: phidelity.v1.Refused.$Properties): phidelity.v1.Refused;

            /**
             * Encodes the specified Refused message. Does not implicitly {@link phidelity.v1.Refused.verify|verify} messages.
             * @param message Refused message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.Refused.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Refused message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.Refused & phidelity.v1.Refused.$Shape} Refused
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.Refused & phidelity.v1.Refused.$Shape;
        }

        namespace Refused {

            /** Properties of a Refused. */
            interface $Properties {

                /** Refused code */
                code?: (phidelity.v1.RefusalCode|null);

                /** Refused reason */
                reason?: (string|null);

                /** Refused protocolMin */
                protocolMin?: (number|null);

                /** Refused protocolMax */
                protocolMax?: (number|null);

                /** Refused software */
                software?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Refused. */
            type $Shape = phidelity.v1.Refused.$Properties;
        }

        /**
         * Properties of a LeaseGrant.
         * @deprecated Use phidelity.v1.LeaseGrant.$Properties instead.
         */
        interface ILeaseGrant extends phidelity.v1.LeaseGrant.$Properties {
        }

        /** Represents a LeaseGrant. */
        class LeaseGrant {

            /**
             * Constructs a new LeaseGrant.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.LeaseGrant.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LeaseGrant group. */
            group: string;

            /** LeaseGrant epoch. */
            epoch: number;

            /** LeaseGrant durationMs. */
            durationMs: number;

            /** LeaseGrant inSyncRun. */
            inSyncRun: number;

            /**
             * Creates a new LeaseGrant instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LeaseGrant instance
             */
            static create(properties: phidelity.v1.LeaseGrant.$Shape): phidelity.v1.LeaseGrant & phidelity.v1.LeaseGrant.$Shape;
            static create(properties?: phidelity.v1.LeaseGrant.$Properties): phidelity.v1.LeaseGrant;

            /**
             * Encodes the specified LeaseGrant message. Does not implicitly {@link phidelity.v1.LeaseGrant.verify|verify} messages.
             * @param message LeaseGrant message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.LeaseGrant.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LeaseGrant message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.LeaseGrant & phidelity.v1.LeaseGrant.$Shape} LeaseGrant
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.LeaseGrant & phidelity.v1.LeaseGrant.$Shape;
        }

        namespace LeaseGrant {

            /** Properties of a LeaseGrant. */
            interface $Properties {

                /** LeaseGrant group */
                group?: (string|null);

                /** LeaseGrant epoch */
                epoch?: (number|null);

                /** LeaseGrant durationMs */
                durationMs?: (number|null);

                /** LeaseGrant inSyncRun */
                inSyncRun?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LeaseGrant. */
            type $Shape = phidelity.v1.LeaseGrant.$Properties;
        }

        /**
         * Properties of an Ack.
         * @deprecated Use phidelity.v1.Ack.$Properties instead.
         */
        interface IAck extends phidelity.v1.Ack.$Properties {
        }

        /** Represents an Ack. */
        class Ack {

            /**
             * Constructs a new Ack.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.Ack.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Ack term. */
            term: number;

            /** Ack incarnation. */
            incarnation: number;

            /** Ack sequence. */
            sequence: number;

            /** Ack reportVersion. */
            reportVersion: number;

            /** Ack leases. */
            leases: phidelity.v1.LeaseGrant.$Properties[];

            /**
             * Creates a new Ack instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Ack instance
             */
            static create(properties: phidelity.v1.Ack.$Shape): phidelity.v1.Ack & phidelity.v1.Ack.$Shape;
            static create(properties?: phidelity.v1.Ack.$Properties): phidelity.v1.Ack;

            /**
             * Encodes the specified Ack message. Does not implicitly {@link phidelity.v1.Ack.verify|verify} messages.
             * @param message Ack message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.Ack.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Ack message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.Ack & phidelity.v1.Ack.$Shape} Ack
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.Ack & phidelity.v1.Ack.$Shape;
        }

        namespace Ack {

            /** Properties of an Ack. */
            interface $Properties {

                /** Ack term */
                term?: (number|null);

                /** Ack incarnation */
                incarnation?: (number|null);

                /** Ack sequence */
                sequence?: (number|null);

                /** Ack reportVersion */
                reportVersion?: (number|null);

                /** Ack leases */
                leases?: (phidelity.v1.LeaseGrant.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Ack. */
            type $Shape = phidelity.v1.Ack.$Properties;
        }

        /**
         * Properties of a GroupView.
         * @deprecated Use phidelity.v1.GroupView.$Properties instead.
         */
        interface IGroupView extends phidelity.v1.GroupView.$Properties {
        }

        /** Represents a GroupView. */
        class GroupView {

            /**
             * Constructs a new GroupView.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.GroupView.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GroupView group. */
            group: string;

            /** GroupView mode. */
            mode: phidelity.v1.GroupMode;

            /** GroupView epoch. */
            epoch: number;

            /** GroupView active. */
            active: string;

            /** GroupView activeAddress. */
            activeAddress: string;

            /** GroupView serving. */
            serving: boolean;

            /** GroupView oldNode. */
            oldNode: string;

            /** GroupView order. */
            order: phidelity.v1.Order;

            /** GroupView orderEpoch. */
            orderEpoch: number;

            /** GroupView orderNumber. */
            orderNumber: number;

            /** GroupView reason. */
            reason: string;

            /** GroupView releasedEpoch. */
            releasedEpoch: number;

            /** GroupView failsafe. */
            failsafe: boolean;

            /** GroupView leaseMs. */
            leaseMs: number;

            /** GroupView drift. */
            drift: number;

            /** GroupView members. */
            members: string[];

            /**
             * Creates a new GroupView instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GroupView instance
             */
            static create(properties: phidelity.v1.GroupView.$Shape): phidelity.v1.GroupView & phidelity.v1.GroupView.$Shape;
            static create(properties?: phidelity.v1.GroupView.$Properties): phidelity.v1.GroupView;

            /**
             * Encodes the specified GroupView message. Does not implicitly {@link phidelity.v1.GroupView.verify|verify} messages.
             * @param message GroupView message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.GroupView.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GroupView message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.GroupView & phidelity.v1.GroupView.$Shape} GroupView
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.GroupView & phidelity.v1.GroupView.$Shape;
        }

        namespace GroupView {

            /** Properties of a GroupView. */
            interface $Properties {

                /** GroupView group */
                group?: (string|null);

                /** GroupView mode */
                mode?: (phidelity.v1.GroupMode|null);

                /** GroupView epoch */
                epoch?: (number|null);

                /** GroupView active */
                active?: (string|null);

                /** GroupView activeAddress */
                activeAddress?: (string|null);

                /** GroupView serving */
                serving?: (boolean|null);

                /** GroupView oldNode */
                oldNode?: (string|null);

                /** GroupView order */
                order?: (phidelity.v1.Order|null);

                /** GroupView orderEpoch */
                orderEpoch?: (number|null);

                /** GroupView orderNumber */
                orderNumber?: (number|null);

                /** GroupView reason */
                reason?: (string|null);

                /** GroupView releasedEpoch */
                releasedEpoch?: (number|null);

                /** GroupView failsafe */
                failsafe?: (boolean|null);

                /** GroupView leaseMs */
                leaseMs?: (number|null);

                /** GroupView drift */
                drift?: (number|null);

                /** GroupView members */
                members?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GroupView. */
            type $Shape = phidelity.v1.GroupView.$Properties;
        }

        /**
         * Properties of a Peer.
         * @deprecated Use phidelity.v1.Peer.$Properties instead.
         */
        interface IPeer extends phidelity.v1.Peer.$Properties {
        }

        /** Represents a Peer. */
        class Peer {

            /**
             * Constructs a new Peer.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.Peer.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Peer node. */
            node: string;

            /** Peer listen. */
            listen: string;

            /**
             * Creates a new Peer instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Peer instance
             */
            static create(properties: phidelity.v1.Peer.$Shape): phidelity.v1.Peer & phidelity.v1.Peer.$Shape;
            static create(properties?: phidelity.v1.Peer.$Properties): phidelity.v1.Peer;

            /**
             * Encodes the specified Peer message. Does not implicitly {@link phidelity.v1.Peer.verify|verify} messages.
             * @param message Peer message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.Peer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Peer message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.Peer & phidelity.v1.Peer.$Shape} Peer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.Peer & phidelity.v1.Peer.$Shape;
        }

        namespace Peer {

            /** Properties of a Peer. */
            interface $Properties {

                /** Peer node */
                node?: (string|null);

                /** Peer listen */
                listen?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Peer. */
            type $Shape = phidelity.v1.Peer.$Properties;
        }

        /**
         * Properties of a View.
         * @deprecated Use phidelity.v1.View.$Properties instead.
         */
        interface IView extends phidelity.v1.View.$Properties {
        }

        /** Represents a View. */
        class View {

            /**
             * Constructs a new View.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.View.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** View term. */
            term: number;

            /** View version. */
            version: number;

            /** View groups. */
            groups: phidelity.v1.GroupView.$Properties[];

            /** View peers. */
            peers: phidelity.v1.Peer.$Properties[];

            /**
             * Creates a new View instance using the specified properties.
             * @param [properties] Properties to set
             * @returns View instance
             */
            static create(properties: phidelity.v1.View.$Shape): phidelity.v1.View & phidelity.v1.View.$Shape;
            static create(properties?: phidelity.v1.View.$Properties): phidelity.v1.View;

            /**
             * Encodes the specified View message. Does not implicitly {@link phidelity.v1.View.verify|verify} messages.
             * @param message View message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.View.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a View message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.View & phidelity.v1.View.$Shape} View
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.View & phidelity.v1.View.$Shape;
        }

        namespace View {

            /** Properties of a View. */
            interface $Properties {

                /** View term */
                term?: (number|null);

                /** View version */
                version?: (number|null);

                /** View groups */
                groups?: (phidelity.v1.GroupView.$Properties[]|null);

                /** View peers */
                peers?: (phidelity.v1.Peer.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a View. */
            type $Shape = phidelity.v1.View.$Properties;
        }

        /**
         * Properties of a Probe.
         * @deprecated Use phidelity.v1.Probe.$Properties instead.
         */
        interface IProbe extends phidelity.v1.Probe.$Properties {
        }

        /** Represents a Probe. */
        class Probe {

            /**
             * Constructs a new Probe.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.Probe.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Probe probe. */
            probe: number;

            /** Probe subject. */
            subject: string;

            /**
             * Creates a new Probe instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Probe instance
             */
            static create(properties: phidelity.v1.Probe.$Shape): phidelity.v1.Probe & phidelity.v1.Probe.$Shape;
            static create(properties?: phidelity.v1.Probe.$Properties): phidelity.v1.Probe;

            /**
             * Encodes the specified Probe message. Does not implicitly {@link phidelity.v1.Probe.verify|verify} messages.
             * @param message Probe message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.Probe.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Probe message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.Probe & phidelity.v1.Probe.$Shape} Probe
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.Probe & phidelity.v1.Probe.$Shape;
        }

        namespace Probe {

            /** Properties of a Probe. */
            interface $Properties {

                /** Probe probe */
                probe?: (number|null);

                /** Probe subject */
                subject?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Probe. */
            type $Shape = phidelity.v1.Probe.$Properties;
        }

        /**
         * Properties of an Envelope.
         * @deprecated Use phidelity.v1.Envelope.$Properties instead.
         */
        interface IEnvelope extends phidelity.v1.Envelope.$Properties {
        }

        /** Represents an Envelope. */
        class Envelope {

            /**
             * Constructs a new Envelope.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.Envelope.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Envelope heartbeat. */
            heartbeat?: (phidelity.v1.Heartbeat.$Properties|null);

            /** Envelope ack. */
            ack?: (phidelity.v1.Ack.$Properties|null);

            /** Envelope view. */
            view?: (phidelity.v1.View.$Properties|null);

            /** Envelope hello. */
            hello?: (phidelity.v1.Hello.$Properties|null);

            /** Envelope welcome. */
            welcome?: (phidelity.v1.Welcome.$Properties|null);

            /** Envelope refused. */
            refused?: (phidelity.v1.Refused.$Properties|null);

            /** Envelope leave. */
            leave?: (phidelity.v1.Leave.$Properties|null);

            /** Envelope hookResult. */
            hookResult?: (phidelity.v1.HookResult.$Properties|null);

            /** Envelope probe. */
            probe?: (phidelity.v1.Probe.$Properties|null);

            /** Envelope probeAnswer. */
            probeAnswer?: (phidelity.v1.ProbeAnswer.$Properties|null);

            /** Envelope peerBeat. */
            peerBeat?: (phidelity.v1.PeerBeat.$Properties|null);

            /** Envelope peerPromise. */
            peerPromise?: (phidelity.v1.PeerPromise.$Properties|null);

            /** Envelope relay. */
            relay?: (phidelity.v1.Relay.$Properties|null);

            /** Envelope pulse. */
            pulse?: (phidelity.v1.Pulse.$Properties|null);

            /** Envelope watch. */
            watch?: (phidelity.v1.WatchRequest.$Properties|null);

            /** Envelope members. */
            members?: (phidelity.v1.MembersUpdate.$Properties|null);

            /** Envelope event. */
            event?: (phidelity.v1.EventUpdate.$Properties|null);

            /** Envelope command. */
            command?: (phidelity.v1.Command.$Properties|null);

            /** Envelope progress. */
            progress?: (phidelity.v1.Progress.$Properties|null);

            /** Envelope outcome. */
            outcome?: (phidelity.v1.Outcome.$Properties|null);

            /** Envelope body. */
            body?: ("heartbeat"|"ack"|"view"|"hello"|"welcome"|"refused"|"leave"|"hookResult"|"probe"|"probeAnswer"|"peerBeat"|"peerPromise"|"relay"|"pulse"|"watch"|"members"|"event"|"command"|"progress"|"outcome");

            /**
             * Creates a new Envelope instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Envelope instance
             */
            static create(properties: phidelity.v1.Envelope.$Shape): phidelity.v1.Envelope & phidelity.v1.Envelope.$Shape;
            static create(properties?: phidelity.v1.Envelope.$Properties): phidelity.v1.Envelope;

            /**
             * Encodes the specified Envelope message. Does not implicitly {@link phidelity.v1.Envelope.verify|verify} messages.
             * @param message Envelope message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.Envelope.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Envelope message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.Envelope & phidelity.v1.Envelope.$Shape} Envelope
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.Envelope & phidelity.v1.Envelope.$Shape;
        }

        namespace Envelope {

            /** Properties of an Envelope. */
            interface $Properties {

                /** Envelope heartbeat */
                heartbeat?: (phidelity.v1.Heartbeat.$Properties|null);

                /** Envelope ack */
                ack?: (phidelity.v1.Ack.$Properties|null);

                /** Envelope view */
                view?: (phidelity.v1.View.$Properties|null);

                /** Envelope hello */
                hello?: (phidelity.v1.Hello.$Properties|null);

                /** Envelope welcome */
                welcome?: (phidelity.v1.Welcome.$Properties|null);

                /** Envelope refused */
                refused?: (phidelity.v1.Refused.$Properties|null);

                /** Envelope leave */
                leave?: (phidelity.v1.Leave.$Properties|null);

                /** Envelope hookResult */
                hookResult?: (phidelity.v1.HookResult.$Properties|null);

                /** Envelope probe */
                probe?: (phidelity.v1.Probe.$Properties|null);

                /** Envelope probeAnswer */
                probeAnswer?: (phidelity.v1.ProbeAnswer.$Properties|null);

                /** Envelope peerBeat */
                peerBeat?: (phidelity.v1.PeerBeat.$Properties|null);

                /** Envelope peerPromise */
                peerPromise?: (phidelity.v1.PeerPromise.$Properties|null);

                /** Envelope relay */
                relay?: (phidelity.v1.Relay.$Properties|null);

                /** Envelope pulse */
                pulse?: (phidelity.v1.Pulse.$Properties|null);

                /** Envelope watch */
                watch?: (phidelity.v1.WatchRequest.$Properties|null);

                /** Envelope members */
                members?: (phidelity.v1.MembersUpdate.$Properties|null);

                /** Envelope event */
                event?: (phidelity.v1.EventUpdate.$Properties|null);

                /** Envelope command */
                command?: (phidelity.v1.Command.$Properties|null);

                /** Envelope progress */
                progress?: (phidelity.v1.Progress.$Properties|null);

                /** Envelope outcome */
                outcome?: (phidelity.v1.Outcome.$Properties|null);

                /** Envelope body */
                body?: ("heartbeat"|"ack"|"view"|"hello"|"welcome"|"refused"|"leave"|"hookResult"|"probe"|"probeAnswer"|"peerBeat"|"peerPromise"|"relay"|"pulse"|"watch"|"members"|"event"|"command"|"progress"|"outcome");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of an Envelope. */
            type $Shape = {
              heartbeat?: phidelity.v1.Heartbeat.$Shape|null;
              ack?: phidelity.v1.Ack.$Shape|null;
              view?: phidelity.v1.View.$Shape|null;
              hello?: phidelity.v1.Hello.$Shape|null;
              welcome?: phidelity.v1.Welcome.$Shape|null;
              refused?: phidelity.v1.Refused.$Shape|null;
              leave?: phidelity.v1.Leave.$Shape|null;
              hookResult?: phidelity.v1.HookResult.$Shape|null;
              probe?: phidelity.v1.Probe.$Shape|null;
              probeAnswer?: phidelity.v1.ProbeAnswer.$Shape|null;
              peerBeat?: phidelity.v1.PeerBeat.$Shape|null;
              peerPromise?: phidelity.v1.PeerPromise.$Shape|null;
              relay?: phidelity.v1.Relay.$Shape|null;
              pulse?: phidelity.v1.Pulse.$Shape|null;
              watch?: phidelity.v1.WatchRequest.$Shape|null;
              members?: phidelity.v1.MembersUpdate.$Shape|null;
              event?: phidelity.v1.EventUpdate.$Shape|null;
              command?: phidelity.v1.Command.$Shape|null;
              progress?: phidelity.v1.Progress.$Shape|null;
              outcome?: phidelity.v1.Outcome.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ body?: undefined; heartbeat?: null; ack?: null; view?: null; hello?: null; welcome?: null; refused?: null; leave?: null; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay?: null; pulse?: null; watch?: null; members?: null; event?: null; command?: null; progress?: null; outcome?: null }|{ body?: "heartbeat"; heartbeat: phidelity.v1.Heartbeat.$Shape; ack?: null; view?: null; hello?: null; welcome?: null; refused?: null; leave?: null; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay?: null; pulse?: null; watch?: null; members?: null; event?: null; command?: null; progress?: null; outcome?: null }|{ body?: "ack"; heartbeat?: null; ack: phidelity.v1.Ack.$Shape; view?: null; hello?: null; welcome?: null; refused?: null; leave?: null; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay?: null; pulse?: null; watch?: null; members?: null; event?: null; command?: null; progress?: null; outcome?: null }|{ body?: "view"; heartbeat?: null; ack?: null; view: phidelity.v1.View.$Shape; hello?: null; welcome?: null; refused?: null; leave?: null; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay?: null; pulse?: null; watch?: null; members?: null; event?: null; command?: null; progress?: null; outcome?: null }|{ body?: "hello"; heartbeat?: null; ack?: null; view?: null; hello: phidelity.v1.Hello.$Shape; welcome?: null; refused?: null; leave?: null; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay?: null; pulse?: null; watch?: null; members?: null; event?: null; command?: null; progress?: null; outcome?: null }|{ body?: "welcome"; heartbeat?: null; ack?: null; view?: null; hello?: null; welcome: phidelity.v1.Welcome.$Shape; refused?: null; leave?: null; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay?: null; pulse?: null; watch?: null; members?: null; event?: null; command?: null; progress?: null; outcome?: null }|{ body?: "refused"; heartbeat?: null; ack?: null; view?: null; hello?: null; welcome?: null; refused: phidelity.v1.Refused.$Shape; leave?: null; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay?: null; pulse?: null; watch?: null; members?: null; event?: null; command?: null; progress?: null; outcome?: null }|{ body?: "leave"; heartbeat?: null; ack?: null; view?: null; hello?: null; welcome?: null; refused?: null; leave: phidelity.v1.Leave.$Shape; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay?: null; pulse?: null; watch?: null; members?: null; event?: null; command?: null; progress?: null; outcome?: null }|{ body?: "hookResult"; heartbeat?: null; ack?: null; view?: null; hello?: null; welcome?: null; refused?: null; leave?: null; hookResult: phidelity.v1.HookResult.$Shape; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay?: null; pulse?: null; watch?: null; members?: null; event?: null; command?: null; progress?: null; outcome?: null }|{ body?: "probe"; heartbeat?: null; ack?: null; view?: null; hello?: null; welcome?: null; refused?: null; leave?: null; hookResult?: null; probe: phidelity.v1.Probe.$Shape; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay?: null; pulse?: null; watch?: null; members?: null; event?: null; command?: null; progress?: null; outcome?: null }|{ body?: "probeAnswer"; heartbeat?: null; ack?: null; view?: null; hello?: null; welcome?: null; refused?: null; leave?: null; hookResult?: null; probe?: null; probeAnswer: phidelity.v1.ProbeAnswer.$Shape; peerBeat?: null; peerPromise?: null; relay?: null; pulse?: null; watch?: null; members?: null; event?: null; command?: null; progress?: null; outcome?: null }|{ body?: "peerBeat"; heartbeat?: null; ack?: null; view?: null; hello?: null; welcome?: null; refused?: null; leave?: null; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat: phidelity.v1.PeerBeat.$Shape; peerPromise?: null; relay?: null; pulse?: null; watch?: null; members?: null; event?: null; command?: null; progress?: null; outcome?: null }|{ body?: "peerPromise"; heartbeat?: null; ack?: null; view?: null; hello?: null; welcome?: null; refused?: null; leave?: null; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise: phidelity.v1.PeerPromise.$Shape; relay?: null; pulse?: null; watch?: null; members?: null; event?: null; command?: null; progress?: null; outcome?: null }|{ body?: "relay"; heartbeat?: null; ack?: null; view?: null; hello?: null; welcome?: null; refused?: null; leave?: null; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay: phidelity.v1.Relay.$Shape; pulse?: null; watch?: null; members?: null; event?: null; command?: null; progress?: null; outcome?: null }|{ body?: "pulse"; heartbeat?: null; ack?: null; view?: null; hello?: null; welcome?: null; refused?: null; leave?: null; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay?: null; pulse: phidelity.v1.Pulse.$Shape; watch?: null; members?: null; event?: null; command?: null; progress?: null; outcome?: null }|{ body?: "watch"; heartbeat?: null; ack?: null; view?: null; hello?: null; welcome?: null; refused?: null; leave?: null; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay?: null; pulse?: null; watch: phidelity.v1.WatchRequest.$Shape; members?: null; event?: null; command?: null; progress?: null; outcome?: null }|{ body?: "members"; heartbeat?: null; ack?: null; view?: null; hello?: null; welcome?: null; refused?: null; leave?: null; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay?: null; pulse?: null; watch?: null; members: phidelity.v1.MembersUpdate.$Shape; event?: null; command?: null; progress?: null; outcome?: null }|{ body?: "event"; heartbeat?: null; ack?: null; view?: null; hello?: null; welcome?: null; refused?: null; leave?: null; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay?: null; pulse?: null; watch?: null; members?: null; event: phidelity.v1.EventUpdate.$Shape; command?: null; progress?: null; outcome?: null }|{ body?: "command"; heartbeat?: null; ack?: null; view?: null; hello?: null; welcome?: null; refused?: null; leave?: null; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay?: null; pulse?: null; watch?: null; members?: null; event?: null; command: phidelity.v1.Command.$Shape; progress?: null; outcome?: null }|{ body?: "progress"; heartbeat?: null; ack?: null; view?: null; hello?: null; welcome?: null; refused?: null; leave?: null; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay?: null; pulse?: null; watch?: null; members?: null; event?: null; command?: null; progress: phidelity.v1.Progress.$Shape; outcome?: null }|{ body?: "outcome"; heartbeat?: null; ack?: null; view?: null; hello?: null; welcome?: null; refused?: null; leave?: null; hookResult?: null; probe?: null; probeAnswer?: null; peerBeat?: null; peerPromise?: null; relay?: null; pulse?: null; watch?: null; members?: null; event?: null; command?: null; progress?: null; outcome: phidelity.v1.Outcome.$Shape })
            );
        }

        /** Role enum. */
        enum Role {

            /** ROLE_UNSPECIFIED value */
            ROLE_UNSPECIFIED = 0,

            /** ROLE_ACTIVE value */
            ROLE_ACTIVE = 1,

            /** ROLE_PROMOTING value */
            ROLE_PROMOTING = 2,

            /** ROLE_DEMOTING value */
            ROLE_DEMOTING = 3,

            /** ROLE_STANDBY value */
            ROLE_STANDBY = 4,

            /** ROLE_NONE value */
            ROLE_NONE = 5
        }

        /** Health enum. */
        enum Health {

            /** HEALTH_UNSPECIFIED value */
            HEALTH_UNSPECIFIED = 0,

            /** HEALTH_UNKNOWN value */
            HEALTH_UNKNOWN = 1,

            /** HEALTH_HEALTHY value */
            HEALTH_HEALTHY = 2,

            /** HEALTH_FAILED value */
            HEALTH_FAILED = 3
        }

        /** ReplicationRole enum. */
        enum ReplicationRole {

            /** REPLICATION_ROLE_UNSPECIFIED value */
            REPLICATION_ROLE_UNSPECIFIED = 0,

            /** REPLICATION_ROLE_PRIMARY value */
            REPLICATION_ROLE_PRIMARY = 1,

            /** REPLICATION_ROLE_REPLICA value */
            REPLICATION_ROLE_REPLICA = 2,

            /** REPLICATION_ROLE_UNKNOWN value */
            REPLICATION_ROLE_UNKNOWN = 3
        }

        /** HookName enum. */
        enum HookName {

            /** HOOK_NAME_UNSPECIFIED value */
            HOOK_NAME_UNSPECIFIED = 0,

            /** HOOK_NAME_PROMOTE value */
            HOOK_NAME_PROMOTE = 1,

            /** HOOK_NAME_DEMOTE value */
            HOOK_NAME_DEMOTE = 2,

            /** HOOK_NAME_FOLLOW value */
            HOOK_NAME_FOLLOW = 3,

            /** HOOK_NAME_STATUS value */
            HOOK_NAME_STATUS = 4
        }

        /**
         * Properties of a Replication.
         * @deprecated Use phidelity.v1.Replication.$Properties instead.
         */
        interface IReplication extends phidelity.v1.Replication.$Properties {
        }

        /** Represents a Replication. */
        class Replication {

            /**
             * Constructs a new Replication.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.Replication.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Replication role. */
            role: phidelity.v1.ReplicationRole;

            /** Replication position. */
            position?: (string|null);

            /** Replication lagBytes. */
            lagBytes?: (number|null);

            /** Replication inSync. */
            inSync?: (boolean|null);

            /** Replication run. */
            run: number;

            /** Replication inSyncStandbys. */
            inSyncStandbys: string[];

            /** Replication namesStandbys. */
            namesStandbys: boolean;

            /** Replication takenAtMs. */
            takenAtMs?: (number|null);

            /**
             * Creates a new Replication instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Replication instance
             */
            static create(properties: phidelity.v1.Replication.$Shape): phidelity.v1.Replication & phidelity.v1.Replication.$Shape;
            static create(properties?: phidelity.v1.Replication.$Properties): phidelity.v1.Replication;

            /**
             * Encodes the specified Replication message. Does not implicitly {@link phidelity.v1.Replication.verify|verify} messages.
             * @param message Replication message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.Replication.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Replication message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.Replication & phidelity.v1.Replication.$Shape} Replication
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.Replication & phidelity.v1.Replication.$Shape;
        }

        namespace Replication {

            /** Properties of a Replication. */
            interface $Properties {

                /** Replication role */
                role?: (phidelity.v1.ReplicationRole|null);

                /** Replication position */
                position?: (string|null);

                /** Replication lagBytes */
                lagBytes?: (number|null);

                /** Replication inSync */
                inSync?: (boolean|null);

                /** Replication run */
                run?: (number|null);

                /** Replication inSyncStandbys */
                inSyncStandbys?: (string[]|null);

                /** Replication namesStandbys */
                namesStandbys?: (boolean|null);

                /** Replication takenAtMs */
                takenAtMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Replication. */
            type $Shape = phidelity.v1.Replication.$Properties;
        }

        /**
         * Properties of a ServiceReport.
         * @deprecated Use phidelity.v1.ServiceReport.$Properties instead.
         */
        interface IServiceReport extends phidelity.v1.ServiceReport.$Properties {
        }

        /** Represents a ServiceReport. */
        class ServiceReport {

            /**
             * Constructs a new ServiceReport.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.ServiceReport.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ServiceReport group. */
            group: string;

            /** ServiceReport role. */
            role: phidelity.v1.Role;

            /** ServiceReport epoch. */
            epoch: number;

            /** ServiceReport seenEpoch. */
            seenEpoch: number;

            /** ServiceReport releasedEpoch. */
            releasedEpoch: number;

            /** ServiceReport failedEpoch. */
            failedEpoch: number;

            /** ServiceReport followedEpoch. */
            followedEpoch: number;

            /** ServiceReport health. */
            health: phidelity.v1.Health;

            /** ServiceReport ready. */
            ready: boolean;

            /** ServiceReport checksPassing. */
            checksPassing: number;

            /** ServiceReport checksTotal. */
            checksTotal: number;

            /** ServiceReport why. */
            why: string;

            /** ServiceReport replication. */
            replication?: (phidelity.v1.Replication.$Properties|null);

            /** ServiceReport dataEpoch. */
            dataEpoch?: (number|null);

            /** ServiceReport promisedEpoch. */
            promisedEpoch: number;

            /**
             * Creates a new ServiceReport instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ServiceReport instance
             */
            static create(properties: phidelity.v1.ServiceReport.$Shape): phidelity.v1.ServiceReport & phidelity.v1.ServiceReport.$Shape;
            static create(properties?: phidelity.v1.ServiceReport.$Properties): phidelity.v1.ServiceReport;

            /**
             * Encodes the specified ServiceReport message. Does not implicitly {@link phidelity.v1.ServiceReport.verify|verify} messages.
             * @param message ServiceReport message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.ServiceReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ServiceReport message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.ServiceReport & phidelity.v1.ServiceReport.$Shape} ServiceReport
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.ServiceReport & phidelity.v1.ServiceReport.$Shape;
        }

        namespace ServiceReport {

            /** Properties of a ServiceReport. */
            interface $Properties {

                /** ServiceReport group */
                group?: (string|null);

                /** ServiceReport role */
                role?: (phidelity.v1.Role|null);

                /** ServiceReport epoch */
                epoch?: (number|null);

                /** ServiceReport seenEpoch */
                seenEpoch?: (number|null);

                /** ServiceReport releasedEpoch */
                releasedEpoch?: (number|null);

                /** ServiceReport failedEpoch */
                failedEpoch?: (number|null);

                /** ServiceReport followedEpoch */
                followedEpoch?: (number|null);

                /** ServiceReport health */
                health?: (phidelity.v1.Health|null);

                /** ServiceReport ready */
                ready?: (boolean|null);

                /** ServiceReport checksPassing */
                checksPassing?: (number|null);

                /** ServiceReport checksTotal */
                checksTotal?: (number|null);

                /** ServiceReport why */
                why?: (string|null);

                /** ServiceReport replication */
                replication?: (phidelity.v1.Replication.$Properties|null);

                /** ServiceReport dataEpoch */
                dataEpoch?: (number|null);

                /** ServiceReport promisedEpoch */
                promisedEpoch?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ServiceReport. */
            type $Shape = phidelity.v1.ServiceReport.$Properties;
        }

        /**
         * Properties of a Report.
         * @deprecated Use phidelity.v1.Report.$Properties instead.
         */
        interface IReport extends phidelity.v1.Report.$Properties {
        }

        /** Represents a Report. */
        class Report {

            /**
             * Constructs a new Report.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.Report.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Report version. */
            version: number;

            /** Report services. */
            services: phidelity.v1.ServiceReport.$Properties[];

            /**
             * Creates a new Report instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Report instance
             */
            static create(properties: phidelity.v1.Report.$Shape): phidelity.v1.Report & phidelity.v1.Report.$Shape;
            static create(properties?: phidelity.v1.Report.$Properties): phidelity.v1.Report;

            /**
             * Encodes the specified Report message. Does not implicitly {@link phidelity.v1.Report.verify|verify} messages.
             * @param message Report message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.Report.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Report message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.Report & phidelity.v1.Report.$Shape} Report
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.Report & phidelity.v1.Report.$Shape;
        }

        namespace Report {

            /** Properties of a Report. */
            interface $Properties {

                /** Report version */
                version?: (number|null);

                /** Report services */
                services?: (phidelity.v1.ServiceReport.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Report. */
            type $Shape = phidelity.v1.Report.$Properties;
        }

        /**
         * Properties of a Membership.
         * @deprecated Use phidelity.v1.Membership.$Properties instead.
         */
        interface IMembership extends phidelity.v1.Membership.$Properties {
        }

        /** Represents a Membership. */
        class Membership {

            /**
             * Constructs a new Membership.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.Membership.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Membership group. */
            group: string;

            /** Membership address. */
            address: string;

            /** Membership capacity. */
            capacity: number;

            /** Membership priority. */
            priority: number;

            /** Membership promoteTimeoutMs. */
            promoteTimeoutMs: number;

            /** Membership demoteTimeoutMs. */
            demoteTimeoutMs: number;

            /** Membership hasStatus. */
            hasStatus: boolean;

            /**
             * Creates a new Membership instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Membership instance
             */
            static create(properties: phidelity.v1.Membership.$Shape): phidelity.v1.Membership & phidelity.v1.Membership.$Shape;
            static create(properties?: phidelity.v1.Membership.$Properties): phidelity.v1.Membership;

            /**
             * Encodes the specified Membership message. Does not implicitly {@link phidelity.v1.Membership.verify|verify} messages.
             * @param message Membership message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.Membership.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Membership message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.Membership & phidelity.v1.Membership.$Shape} Membership
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.Membership & phidelity.v1.Membership.$Shape;
        }

        namespace Membership {

            /** Properties of a Membership. */
            interface $Properties {

                /** Membership group */
                group?: (string|null);

                /** Membership address */
                address?: (string|null);

                /** Membership capacity */
                capacity?: (number|null);

                /** Membership priority */
                priority?: (number|null);

                /** Membership promoteTimeoutMs */
                promoteTimeoutMs?: (number|null);

                /** Membership demoteTimeoutMs */
                demoteTimeoutMs?: (number|null);

                /** Membership hasStatus */
                hasStatus?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Membership. */
            type $Shape = phidelity.v1.Membership.$Properties;
        }

        /**
         * Properties of a Hello.
         * @deprecated Use phidelity.v1.Hello.$Properties instead.
         */
        interface IHello extends phidelity.v1.Hello.$Properties {
        }

        /** Represents a Hello. */
        class Hello {

            /**
             * Constructs a new Hello.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.Hello.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Hello protocolMin. */
            protocolMin: number;

            /** Hello protocolMax. */
            protocolMax: number;

            /** Hello software. */
            software: string;

            /** Hello node. */
            node: string;

            /** Hello incarnation. */
            incarnation: number;

            /** Hello zone. */
            zone: string;

            /** Hello listen. */
            listen: string;

            /** Hello intervalMs. */
            intervalMs: number;

            /** Hello memberships. */
            memberships: phidelity.v1.Membership.$Properties[];

            /**
             * Creates a new Hello instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Hello instance
             */
            static create(properties: phidelity.v1.Hello.$Shape): phidelity.v1.Hello & phidelity.v1.Hello.$Shape;
            static create(properties?: phidelity.v1.Hello.$Properties): phidelity.v1.Hello;

            /**
             * Encodes the specified Hello message. Does not implicitly {@link phidelity.v1.Hello.verify|verify} messages.
             * @param message Hello message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.Hello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Hello message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.Hello & phidelity.v1.Hello.$Shape} Hello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.Hello & phidelity.v1.Hello.$Shape;
        }

        namespace Hello {

            /** Properties of a Hello. */
            interface $Properties {

                /** Hello protocolMin */
                protocolMin?: (number|null);

                /** Hello protocolMax */
                protocolMax?: (number|null);

                /** Hello software */
                software?: (string|null);

                /** Hello node */
                node?: (string|null);

                /** Hello incarnation */
                incarnation?: (number|null);

                /** Hello zone */
                zone?: (string|null);

                /** Hello listen */
                listen?: (string|null);

                /** Hello intervalMs */
                intervalMs?: (number|null);

                /** Hello memberships */
                memberships?: (phidelity.v1.Membership.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Hello. */
            type $Shape = phidelity.v1.Hello.$Properties;
        }

        /**
         * Properties of a Heartbeat.
         * @deprecated Use phidelity.v1.Heartbeat.$Properties instead.
         */
        interface IHeartbeat extends phidelity.v1.Heartbeat.$Properties {
        }

        /** Represents a Heartbeat. */
        class Heartbeat {

            /**
             * Constructs a new Heartbeat.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.Heartbeat.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Heartbeat node. */
            node: string;

            /** Heartbeat incarnation. */
            incarnation: number;

            /** Heartbeat sequence. */
            sequence: number;

            /** Heartbeat slot. */
            slot: number;

            /** Heartbeat sentAtMs. */
            sentAtMs: number;

            /** Heartbeat loopLagMs. */
            loopLagMs: number;

            /** Heartbeat viewVersion. */
            viewVersion: number;

            /** Heartbeat report. */
            report?: (phidelity.v1.Report.$Properties|null);

            /**
             * Creates a new Heartbeat instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Heartbeat instance
             */
            static create(properties: phidelity.v1.Heartbeat.$Shape): phidelity.v1.Heartbeat & phidelity.v1.Heartbeat.$Shape;
            static create(properties?: phidelity.v1.Heartbeat.$Properties): phidelity.v1.Heartbeat;

            /**
             * Encodes the specified Heartbeat message. Does not implicitly {@link phidelity.v1.Heartbeat.verify|verify} messages.
             * @param message Heartbeat message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.Heartbeat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Heartbeat message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.Heartbeat & phidelity.v1.Heartbeat.$Shape} Heartbeat
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.Heartbeat & phidelity.v1.Heartbeat.$Shape;
        }

        namespace Heartbeat {

            /** Properties of a Heartbeat. */
            interface $Properties {

                /** Heartbeat node */
                node?: (string|null);

                /** Heartbeat incarnation */
                incarnation?: (number|null);

                /** Heartbeat sequence */
                sequence?: (number|null);

                /** Heartbeat slot */
                slot?: (number|null);

                /** Heartbeat sentAtMs */
                sentAtMs?: (number|null);

                /** Heartbeat loopLagMs */
                loopLagMs?: (number|null);

                /** Heartbeat viewVersion */
                viewVersion?: (number|null);

                /** Heartbeat report */
                report?: (phidelity.v1.Report.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Heartbeat. */
            type $Shape = phidelity.v1.Heartbeat.$Properties;
        }

        /**
         * Properties of a Pulse.
         * @deprecated Use phidelity.v1.Pulse.$Properties instead.
         */
        interface IPulse extends phidelity.v1.Pulse.$Properties {
        }

        /** Represents a Pulse. */
        class Pulse {

            /**
             * Constructs a new Pulse.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.Pulse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Pulse node. */
            node: string;

            /** Pulse incarnation. */
            incarnation: number;

            /** Pulse slot. */
            slot: number;

            /** Pulse loopSilentMs. */
            loopSilentMs: number;

            /**
             * Creates a new Pulse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Pulse instance
             */
            static create(properties: phidelity.v1.Pulse.$Shape): phidelity.v1.Pulse & phidelity.v1.Pulse.$Shape;
            static create(properties?: phidelity.v1.Pulse.$Properties): phidelity.v1.Pulse;

            /**
             * Encodes the specified Pulse message. Does not implicitly {@link phidelity.v1.Pulse.verify|verify} messages.
             * @param message Pulse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.Pulse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Pulse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.Pulse & phidelity.v1.Pulse.$Shape} Pulse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.Pulse & phidelity.v1.Pulse.$Shape;
        }

        namespace Pulse {

            /** Properties of a Pulse. */
            interface $Properties {

                /** Pulse node */
                node?: (string|null);

                /** Pulse incarnation */
                incarnation?: (number|null);

                /** Pulse slot */
                slot?: (number|null);

                /** Pulse loopSilentMs */
                loopSilentMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Pulse. */
            type $Shape = phidelity.v1.Pulse.$Properties;
        }

        /**
         * Properties of a Leave.
         * @deprecated Use phidelity.v1.Leave.$Properties instead.
         */
        interface ILeave extends phidelity.v1.Leave.$Properties {
        }

        /** Represents a Leave. */
        class Leave {

            /**
             * Constructs a new Leave.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.Leave.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Leave node. */
            node: string;

            /** Leave incarnation. */
            incarnation: number;

            /**
             * Creates a new Leave instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Leave instance
             */
            static create(properties: phidelity.v1.Leave.$Shape): phidelity.v1.Leave & phidelity.v1.Leave.$Shape;
            static create(properties?: phidelity.v1.Leave.$Properties): phidelity.v1.Leave;

            /**
             * Encodes the specified Leave message. Does not implicitly {@link phidelity.v1.Leave.verify|verify} messages.
             * @param message Leave message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.Leave.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Leave message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.Leave & phidelity.v1.Leave.$Shape} Leave
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.Leave & phidelity.v1.Leave.$Shape;
        }

        namespace Leave {

            /** Properties of a Leave. */
            interface $Properties {

                /** Leave node */
                node?: (string|null);

                /** Leave incarnation */
                incarnation?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Leave. */
            type $Shape = phidelity.v1.Leave.$Properties;
        }

        /**
         * Properties of a HookResult.
         * @deprecated Use phidelity.v1.HookResult.$Properties instead.
         */
        interface IHookResult extends phidelity.v1.HookResult.$Properties {
        }

        /** Represents a HookResult. */
        class HookResult {

            /**
             * Constructs a new HookResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.HookResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HookResult node. */
            node: string;

            /** HookResult incarnation. */
            incarnation: number;

            /** HookResult group. */
            group: string;

            /** HookResult epoch. */
            epoch: number;

            /** HookResult hook. */
            hook: phidelity.v1.HookName;

            /** HookResult ok. */
            ok: boolean;

            /** HookResult timedOut. */
            timedOut: boolean;

            /** HookResult exitCode. */
            exitCode: number;

            /** HookResult durationMs. */
            durationMs: number;

            /** HookResult output. */
            output: string;

            /**
             * Creates a new HookResult instance using the specified properties.
             * @param [properties] Properties to set
             * @returns HookResult instance
             */
            static create(properties: phidelity.v1.HookResult.$Shape): phidelity.v1.HookResult & phidelity.v1.HookResult.$Shape;
            static create(properties?: phidelity.v1.HookResult.$Properties): phidelity.v1.HookResult;

            /**
             * Encodes the specified HookResult message. Does not implicitly {@link phidelity.v1.HookResult.verify|verify} messages.
             * @param message HookResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.HookResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HookResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.HookResult & phidelity.v1.HookResult.$Shape} HookResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.HookResult & phidelity.v1.HookResult.$Shape;
        }

        namespace HookResult {

            /** Properties of a HookResult. */
            interface $Properties {

                /** HookResult node */
                node?: (string|null);

                /** HookResult incarnation */
                incarnation?: (number|null);

                /** HookResult group */
                group?: (string|null);

                /** HookResult epoch */
                epoch?: (number|null);

                /** HookResult hook */
                hook?: (phidelity.v1.HookName|null);

                /** HookResult ok */
                ok?: (boolean|null);

                /** HookResult timedOut */
                timedOut?: (boolean|null);

                /** HookResult exitCode */
                exitCode?: (number|null);

                /** HookResult durationMs */
                durationMs?: (number|null);

                /** HookResult output */
                output?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HookResult. */
            type $Shape = phidelity.v1.HookResult.$Properties;
        }

        /**
         * Properties of a ProbeAnswer.
         * @deprecated Use phidelity.v1.ProbeAnswer.$Properties instead.
         */
        interface IProbeAnswer extends phidelity.v1.ProbeAnswer.$Properties {
        }

        /** Represents a ProbeAnswer. */
        class ProbeAnswer {

            /**
             * Constructs a new ProbeAnswer.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.ProbeAnswer.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ProbeAnswer probe. */
            probe: number;

            /** ProbeAnswer subject. */
            subject: string;

            /** ProbeAnswer heard. */
            heard: boolean;

            /** ProbeAnswer heardAgoMs. */
            heardAgoMs: number;

            /** ProbeAnswer gone. */
            gone: boolean;

            /**
             * Creates a new ProbeAnswer instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ProbeAnswer instance
             */
            static create(properties: phidelity.v1.ProbeAnswer.$Shape): phidelity.v1.ProbeAnswer & phidelity.v1.ProbeAnswer.$Shape;
            static create(properties?: phidelity.v1.ProbeAnswer.$Properties): phidelity.v1.ProbeAnswer;

            /**
             * Encodes the specified ProbeAnswer message. Does not implicitly {@link phidelity.v1.ProbeAnswer.verify|verify} messages.
             * @param message ProbeAnswer message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.ProbeAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ProbeAnswer message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.ProbeAnswer & phidelity.v1.ProbeAnswer.$Shape} ProbeAnswer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.ProbeAnswer & phidelity.v1.ProbeAnswer.$Shape;
        }

        namespace ProbeAnswer {

            /** Properties of a ProbeAnswer. */
            interface $Properties {

                /** ProbeAnswer probe */
                probe?: (number|null);

                /** ProbeAnswer subject */
                subject?: (string|null);

                /** ProbeAnswer heard */
                heard?: (boolean|null);

                /** ProbeAnswer heardAgoMs */
                heardAgoMs?: (number|null);

                /** ProbeAnswer gone */
                gone?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ProbeAnswer. */
            type $Shape = phidelity.v1.ProbeAnswer.$Properties;
        }

        /**
         * Properties of a PeerClaim.
         * @deprecated Use phidelity.v1.PeerClaim.$Properties instead.
         */
        interface IPeerClaim extends phidelity.v1.PeerClaim.$Properties {
        }

        /** Represents a PeerClaim. */
        class PeerClaim {

            /**
             * Constructs a new PeerClaim.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.PeerClaim.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PeerClaim group. */
            group: string;

            /** PeerClaim epoch. */
            epoch: number;

            /** PeerClaim durationMs. */
            durationMs: number;

            /**
             * Creates a new PeerClaim instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PeerClaim instance
             */
            static create(properties: phidelity.v1.PeerClaim.$Shape): phidelity.v1.PeerClaim & phidelity.v1.PeerClaim.$Shape;
            static create(properties?: phidelity.v1.PeerClaim.$Properties): phidelity.v1.PeerClaim;

            /**
             * Encodes the specified PeerClaim message. Does not implicitly {@link phidelity.v1.PeerClaim.verify|verify} messages.
             * @param message PeerClaim message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.PeerClaim.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PeerClaim message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.PeerClaim & phidelity.v1.PeerClaim.$Shape} PeerClaim
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.PeerClaim & phidelity.v1.PeerClaim.$Shape;
        }

        namespace PeerClaim {

            /** Properties of a PeerClaim. */
            interface $Properties {

                /** PeerClaim group */
                group?: (string|null);

                /** PeerClaim epoch */
                epoch?: (number|null);

                /** PeerClaim durationMs */
                durationMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PeerClaim. */
            type $Shape = phidelity.v1.PeerClaim.$Properties;
        }

        /**
         * Properties of a PeerBeat.
         * @deprecated Use phidelity.v1.PeerBeat.$Properties instead.
         */
        interface IPeerBeat extends phidelity.v1.PeerBeat.$Properties {
        }

        /** Represents a PeerBeat. */
        class PeerBeat {

            /**
             * Constructs a new PeerBeat.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.PeerBeat.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PeerBeat node. */
            node: string;

            /** PeerBeat incarnation. */
            incarnation: number;

            /** PeerBeat sequence. */
            sequence: number;

            /** PeerBeat hearsCoordinator. */
            hearsCoordinator: boolean;

            /** PeerBeat claims. */
            claims: phidelity.v1.PeerClaim.$Properties[];

            /**
             * Creates a new PeerBeat instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PeerBeat instance
             */
            static create(properties: phidelity.v1.PeerBeat.$Shape): phidelity.v1.PeerBeat & phidelity.v1.PeerBeat.$Shape;
            static create(properties?: phidelity.v1.PeerBeat.$Properties): phidelity.v1.PeerBeat;

            /**
             * Encodes the specified PeerBeat message. Does not implicitly {@link phidelity.v1.PeerBeat.verify|verify} messages.
             * @param message PeerBeat message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.PeerBeat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PeerBeat message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.PeerBeat & phidelity.v1.PeerBeat.$Shape} PeerBeat
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.PeerBeat & phidelity.v1.PeerBeat.$Shape;
        }

        namespace PeerBeat {

            /** Properties of a PeerBeat. */
            interface $Properties {

                /** PeerBeat node */
                node?: (string|null);

                /** PeerBeat incarnation */
                incarnation?: (number|null);

                /** PeerBeat sequence */
                sequence?: (number|null);

                /** PeerBeat hearsCoordinator */
                hearsCoordinator?: (boolean|null);

                /** PeerBeat claims */
                claims?: (phidelity.v1.PeerClaim.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PeerBeat. */
            type $Shape = phidelity.v1.PeerBeat.$Properties;
        }

        /**
         * Properties of a PromisedGroup.
         * @deprecated Use phidelity.v1.PromisedGroup.$Properties instead.
         */
        interface IPromisedGroup extends phidelity.v1.PromisedGroup.$Properties {
        }

        /** Represents a PromisedGroup. */
        class PromisedGroup {

            /**
             * Constructs a new PromisedGroup.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.PromisedGroup.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PromisedGroup group. */
            group: string;

            /** PromisedGroup epoch. */
            epoch: number;

            /**
             * Creates a new PromisedGroup instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PromisedGroup instance
             */
            static create(properties: phidelity.v1.PromisedGroup.$Shape): phidelity.v1.PromisedGroup & phidelity.v1.PromisedGroup.$Shape;
            static create(properties?: phidelity.v1.PromisedGroup.$Properties): phidelity.v1.PromisedGroup;

            /**
             * Encodes the specified PromisedGroup message. Does not implicitly {@link phidelity.v1.PromisedGroup.verify|verify} messages.
             * @param message PromisedGroup message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.PromisedGroup.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PromisedGroup message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.PromisedGroup & phidelity.v1.PromisedGroup.$Shape} PromisedGroup
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.PromisedGroup & phidelity.v1.PromisedGroup.$Shape;
        }

        namespace PromisedGroup {

            /** Properties of a PromisedGroup. */
            interface $Properties {

                /** PromisedGroup group */
                group?: (string|null);

                /** PromisedGroup epoch */
                epoch?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PromisedGroup. */
            type $Shape = phidelity.v1.PromisedGroup.$Properties;
        }

        /**
         * Properties of a PeerPromise.
         * @deprecated Use phidelity.v1.PeerPromise.$Properties instead.
         */
        interface IPeerPromise extends phidelity.v1.PeerPromise.$Properties {
        }

        /** Represents a PeerPromise. */
        class PeerPromise {

            /**
             * Constructs a new PeerPromise.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.PeerPromise.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PeerPromise node. */
            node: string;

            /** PeerPromise incarnation. */
            incarnation: number;

            /** PeerPromise sequence. */
            sequence: number;

            /** PeerPromise groups. */
            groups: phidelity.v1.PromisedGroup.$Properties[];

            /**
             * Creates a new PeerPromise instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PeerPromise instance
             */
            static create(properties: phidelity.v1.PeerPromise.$Shape): phidelity.v1.PeerPromise & phidelity.v1.PeerPromise.$Shape;
            static create(properties?: phidelity.v1.PeerPromise.$Properties): phidelity.v1.PeerPromise;

            /**
             * Encodes the specified PeerPromise message. Does not implicitly {@link phidelity.v1.PeerPromise.verify|verify} messages.
             * @param message PeerPromise message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.PeerPromise.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PeerPromise message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.PeerPromise & phidelity.v1.PeerPromise.$Shape} PeerPromise
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.PeerPromise & phidelity.v1.PeerPromise.$Shape;
        }

        namespace PeerPromise {

            /** Properties of a PeerPromise. */
            interface $Properties {

                /** PeerPromise node */
                node?: (string|null);

                /** PeerPromise incarnation */
                incarnation?: (number|null);

                /** PeerPromise sequence */
                sequence?: (number|null);

                /** PeerPromise groups */
                groups?: (phidelity.v1.PromisedGroup.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PeerPromise. */
            type $Shape = phidelity.v1.PeerPromise.$Properties;
        }

        /**
         * Properties of a Relay.
         * @deprecated Use phidelity.v1.Relay.$Properties instead.
         */
        interface IRelay extends phidelity.v1.Relay.$Properties {
        }

        /** Represents a Relay. */
        class Relay {

            /**
             * Constructs a new Relay.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.Relay.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Relay node. */
            node: string;

            /** Relay heartbeat. */
            heartbeat?: (phidelity.v1.Heartbeat.$Properties|null);

            /** Relay ack. */
            ack?: (phidelity.v1.Ack.$Properties|null);

            /** Relay view. */
            view?: (phidelity.v1.View.$Properties|null);

            /** Relay message. */
            message?: ("heartbeat"|"ack"|"view");

            /**
             * Creates a new Relay instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Relay instance
             */
            static create(properties: phidelity.v1.Relay.$Shape): phidelity.v1.Relay & phidelity.v1.Relay.$Shape;
            static create(properties?: phidelity.v1.Relay.$Properties): phidelity.v1.Relay;

            /**
             * Encodes the specified Relay message. Does not implicitly {@link phidelity.v1.Relay.verify|verify} messages.
             * @param message Relay message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.Relay.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Relay message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.Relay & phidelity.v1.Relay.$Shape} Relay
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.Relay & phidelity.v1.Relay.$Shape;
        }

        namespace Relay {

            /** Properties of a Relay. */
            interface $Properties {

                /** Relay node */
                node?: (string|null);

                /** Relay heartbeat */
                heartbeat?: (phidelity.v1.Heartbeat.$Properties|null);

                /** Relay ack */
                ack?: (phidelity.v1.Ack.$Properties|null);

                /** Relay view */
                view?: (phidelity.v1.View.$Properties|null);

                /** Relay message */
                message?: ("heartbeat"|"ack"|"view");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a Relay. */
            type $Shape = {
              node?: string|null;
              heartbeat?: phidelity.v1.Heartbeat.$Shape|null;
              ack?: phidelity.v1.Ack.$Shape|null;
              view?: phidelity.v1.View.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ message?: undefined; heartbeat?: null; ack?: null; view?: null }|{ message?: "heartbeat"; heartbeat: phidelity.v1.Heartbeat.$Shape; ack?: null; view?: null }|{ message?: "ack"; heartbeat?: null; ack: phidelity.v1.Ack.$Shape; view?: null }|{ message?: "view"; heartbeat?: null; ack?: null; view: phidelity.v1.View.$Shape })
            );
        }

        /** NodeStatus enum. */
        enum NodeStatus {

            /** NODE_STATUS_UNSPECIFIED value */
            NODE_STATUS_UNSPECIFIED = 0,

            /** NODE_STATUS_JOINING value */
            NODE_STATUS_JOINING = 1,

            /** NODE_STATUS_ALIVE value */
            NODE_STATUS_ALIVE = 2,

            /** NODE_STATUS_SUSPECT value */
            NODE_STATUS_SUSPECT = 3,

            /** NODE_STATUS_UNREACHABLE value */
            NODE_STATUS_UNREACHABLE = 4,

            /** NODE_STATUS_DOWN value */
            NODE_STATUS_DOWN = 5,

            /** NODE_STATUS_LEFT value */
            NODE_STATUS_LEFT = 6,

            /** NODE_STATUS_DRAINING value */
            NODE_STATUS_DRAINING = 7
        }

        /** OutcomeStatus enum. */
        enum OutcomeStatus {

            /** OUTCOME_STATUS_UNSPECIFIED value */
            OUTCOME_STATUS_UNSPECIFIED = 0,

            /** OUTCOME_STATUS_DONE value */
            OUTCOME_STATUS_DONE = 1,

            /** OUTCOME_STATUS_REFUSED value */
            OUTCOME_STATUS_REFUSED = 2,

            /** OUTCOME_STATUS_TIMED_OUT value */
            OUTCOME_STATUS_TIMED_OUT = 3
        }

        /**
         * Properties of a MemberRow.
         * @deprecated Use phidelity.v1.MemberRow.$Properties instead.
         */
        interface IMemberRow extends phidelity.v1.MemberRow.$Properties {
        }

        /** Represents a MemberRow. */
        class MemberRow {

            /**
             * Constructs a new MemberRow.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.MemberRow.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MemberRow node. */
            node: string;

            /** MemberRow group. */
            group: string;

            /** MemberRow role. */
            role: phidelity.v1.Role;

            /** MemberRow status. */
            status: phidelity.v1.NodeStatus;

            /** MemberRow phi. */
            phi: number;

            /** MemberRow epoch. */
            epoch: number;

            /** MemberRow lagBytes. */
            lagBytes?: (number|null);

            /** MemberRow checks. */
            checks: string;

            /** MemberRow capacity. */
            capacity: number;

            /** MemberRow address. */
            address: string;

            /** MemberRow zone. */
            zone: string;

            /** MemberRow sinceMs. */
            sinceMs: number;

            /** MemberRow incarnation. */
            incarnation: number;

            /** MemberRow slow. */
            slow: boolean;

            /**
             * Creates a new MemberRow instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MemberRow instance
             */
            static create(properties: phidelity.v1.MemberRow.$Shape): phidelity.v1.MemberRow & phidelity.v1.MemberRow.$Shape;
            static create(properties?: phidelity.v1.MemberRow.$Properties): phidelity.v1.MemberRow;

            /**
             * Encodes the specified MemberRow message. Does not implicitly {@link phidelity.v1.MemberRow.verify|verify} messages.
             * @param message MemberRow message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.MemberRow.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MemberRow message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.MemberRow & phidelity.v1.MemberRow.$Shape} MemberRow
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.MemberRow & phidelity.v1.MemberRow.$Shape;
        }

        namespace MemberRow {

            /** Properties of a MemberRow. */
            interface $Properties {

                /** MemberRow node */
                node?: (string|null);

                /** MemberRow group */
                group?: (string|null);

                /** MemberRow role */
                role?: (phidelity.v1.Role|null);

                /** MemberRow status */
                status?: (phidelity.v1.NodeStatus|null);

                /** MemberRow phi */
                phi?: (number|null);

                /** MemberRow epoch */
                epoch?: (number|null);

                /** MemberRow lagBytes */
                lagBytes?: (number|null);

                /** MemberRow checks */
                checks?: (string|null);

                /** MemberRow capacity */
                capacity?: (number|null);

                /** MemberRow address */
                address?: (string|null);

                /** MemberRow zone */
                zone?: (string|null);

                /** MemberRow sinceMs */
                sinceMs?: (number|null);

                /** MemberRow incarnation */
                incarnation?: (number|null);

                /** MemberRow slow */
                slow?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MemberRow. */
            type $Shape = phidelity.v1.MemberRow.$Properties;
        }

        /**
         * Properties of an EventRow.
         * @deprecated Use phidelity.v1.EventRow.$Properties instead.
         */
        interface IEventRow extends phidelity.v1.EventRow.$Properties {
        }

        /** Represents an EventRow. */
        class EventRow {

            /**
             * Constructs a new EventRow.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.EventRow.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EventRow sequence. */
            sequence: number;

            /** EventRow atMs. */
            atMs: number;

            /** EventRow type. */
            type: string;

            /** EventRow group. */
            group?: (string|null);

            /** EventRow node. */
            node?: (string|null);

            /** EventRow epoch. */
            epoch?: (number|null);

            /** EventRow text. */
            text: string;

            /** EventRow facts. */
            facts: { [k: string]: string };

            /**
             * Creates a new EventRow instance using the specified properties.
             * @param [properties] Properties to set
             * @returns EventRow instance
             */
            static create(properties: phidelity.v1.EventRow.$Shape): phidelity.v1.EventRow & phidelity.v1.EventRow.$Shape;
            static create(properties?: phidelity.v1.EventRow.$Properties): phidelity.v1.EventRow;

            /**
             * Encodes the specified EventRow message. Does not implicitly {@link phidelity.v1.EventRow.verify|verify} messages.
             * @param message EventRow message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.EventRow.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EventRow message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.EventRow & phidelity.v1.EventRow.$Shape} EventRow
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.EventRow & phidelity.v1.EventRow.$Shape;
        }

        namespace EventRow {

            /** Properties of an EventRow. */
            interface $Properties {

                /** EventRow sequence */
                sequence?: (number|null);

                /** EventRow atMs */
                atMs?: (number|null);

                /** EventRow type */
                type?: (string|null);

                /** EventRow group */
                group?: (string|null);

                /** EventRow node */
                node?: (string|null);

                /** EventRow epoch */
                epoch?: (number|null);

                /** EventRow text */
                text?: (string|null);

                /** EventRow facts */
                facts?: ({ [k: string]: string }|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EventRow. */
            type $Shape = phidelity.v1.EventRow.$Properties;
        }

        /**
         * Properties of a FailoverAction.
         * @deprecated Use phidelity.v1.FailoverAction.$Properties instead.
         */
        interface IFailoverAction extends phidelity.v1.FailoverAction.$Properties {
        }

        /** Represents a FailoverAction. */
        class FailoverAction {

            /**
             * Constructs a new FailoverAction.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.FailoverAction.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** FailoverAction group. */
            group: string;

            /** FailoverAction to. */
            to?: (string|null);

            /** FailoverAction acceptDataLoss. */
            acceptDataLoss: boolean;

            /** FailoverAction nodeIsOff. */
            nodeIsOff: boolean;

            /**
             * Creates a new FailoverAction instance using the specified properties.
             * @param [properties] Properties to set
             * @returns FailoverAction instance
             */
            static create(properties: phidelity.v1.FailoverAction.$Shape): phidelity.v1.FailoverAction & phidelity.v1.FailoverAction.$Shape;
            static create(properties?: phidelity.v1.FailoverAction.$Properties): phidelity.v1.FailoverAction;

            /**
             * Encodes the specified FailoverAction message. Does not implicitly {@link phidelity.v1.FailoverAction.verify|verify} messages.
             * @param message FailoverAction message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.FailoverAction.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a FailoverAction message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.FailoverAction & phidelity.v1.FailoverAction.$Shape} FailoverAction
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.FailoverAction & phidelity.v1.FailoverAction.$Shape;
        }

        namespace FailoverAction {

            /** Properties of a FailoverAction. */
            interface $Properties {

                /** FailoverAction group */
                group?: (string|null);

                /** FailoverAction to */
                to?: (string|null);

                /** FailoverAction acceptDataLoss */
                acceptDataLoss?: (boolean|null);

                /** FailoverAction nodeIsOff */
                nodeIsOff?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a FailoverAction. */
            type $Shape = phidelity.v1.FailoverAction.$Properties;
        }

        /**
         * Properties of a SwitchoverAction.
         * @deprecated Use phidelity.v1.SwitchoverAction.$Properties instead.
         */
        interface ISwitchoverAction extends phidelity.v1.SwitchoverAction.$Properties {
        }

        /** Represents a SwitchoverAction. */
        class SwitchoverAction {

            /**
             * Constructs a new SwitchoverAction.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.SwitchoverAction.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SwitchoverAction group. */
            group: string;

            /** SwitchoverAction to. */
            to?: (string|null);

            /**
             * Creates a new SwitchoverAction instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SwitchoverAction instance
             */
            static create(properties: phidelity.v1.SwitchoverAction.$Shape): phidelity.v1.SwitchoverAction & phidelity.v1.SwitchoverAction.$Shape;
            static create(properties?: phidelity.v1.SwitchoverAction.$Properties): phidelity.v1.SwitchoverAction;

            /**
             * Encodes the specified SwitchoverAction message. Does not implicitly {@link phidelity.v1.SwitchoverAction.verify|verify} messages.
             * @param message SwitchoverAction message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.SwitchoverAction.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SwitchoverAction message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.SwitchoverAction & phidelity.v1.SwitchoverAction.$Shape} SwitchoverAction
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.SwitchoverAction & phidelity.v1.SwitchoverAction.$Shape;
        }

        namespace SwitchoverAction {

            /** Properties of a SwitchoverAction. */
            interface $Properties {

                /** SwitchoverAction group */
                group?: (string|null);

                /** SwitchoverAction to */
                to?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SwitchoverAction. */
            type $Shape = phidelity.v1.SwitchoverAction.$Properties;
        }

        /**
         * Properties of a DrainAction.
         * @deprecated Use phidelity.v1.DrainAction.$Properties instead.
         */
        interface IDrainAction extends phidelity.v1.DrainAction.$Properties {
        }

        /** Represents a DrainAction. */
        class DrainAction {

            /**
             * Constructs a new DrainAction.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.DrainAction.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DrainAction node. */
            node: string;

            /** DrainAction force. */
            force: boolean;

            /**
             * Creates a new DrainAction instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DrainAction instance
             */
            static create(properties: phidelity.v1.DrainAction.$Shape): phidelity.v1.DrainAction & phidelity.v1.DrainAction.$Shape;
            static create(properties?: phidelity.v1.DrainAction.$Properties): phidelity.v1.DrainAction;

            /**
             * Encodes the specified DrainAction message. Does not implicitly {@link phidelity.v1.DrainAction.verify|verify} messages.
             * @param message DrainAction message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.DrainAction.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DrainAction message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.DrainAction & phidelity.v1.DrainAction.$Shape} DrainAction
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.DrainAction & phidelity.v1.DrainAction.$Shape;
        }

        namespace DrainAction {

            /** Properties of a DrainAction. */
            interface $Properties {

                /** DrainAction node */
                node?: (string|null);

                /** DrainAction force */
                force?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DrainAction. */
            type $Shape = phidelity.v1.DrainAction.$Properties;
        }

        /**
         * Properties of an UndrainAction.
         * @deprecated Use phidelity.v1.UndrainAction.$Properties instead.
         */
        interface IUndrainAction extends phidelity.v1.UndrainAction.$Properties {
        }

        /** Represents an UndrainAction. */
        class UndrainAction {

            /**
             * Constructs a new UndrainAction.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.UndrainAction.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** UndrainAction node. */
            node: string;

            /**
             * Creates a new UndrainAction instance using the specified properties.
             * @param [properties] Properties to set
             * @returns UndrainAction instance
             */
            static create(properties: phidelity.v1.UndrainAction.$Shape): phidelity.v1.UndrainAction & phidelity.v1.UndrainAction.$Shape;
            static create(properties?: phidelity.v1.UndrainAction.$Properties): phidelity.v1.UndrainAction;

            /**
             * Encodes the specified UndrainAction message. Does not implicitly {@link phidelity.v1.UndrainAction.verify|verify} messages.
             * @param message UndrainAction message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.UndrainAction.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an UndrainAction message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.UndrainAction & phidelity.v1.UndrainAction.$Shape} UndrainAction
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.UndrainAction & phidelity.v1.UndrainAction.$Shape;
        }

        namespace UndrainAction {

            /** Properties of an UndrainAction. */
            interface $Properties {

                /** UndrainAction node */
                node?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an UndrainAction. */
            type $Shape = phidelity.v1.UndrainAction.$Properties;
        }

        /**
         * Properties of a PauseAction.
         * @deprecated Use phidelity.v1.PauseAction.$Properties instead.
         */
        interface IPauseAction extends phidelity.v1.PauseAction.$Properties {
        }

        /** Represents a PauseAction. */
        class PauseAction {

            /**
             * Constructs a new PauseAction.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.PauseAction.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PauseAction group. */
            group?: (string|null);

            /** PauseAction forMs. */
            forMs?: (number|null);

            /** PauseAction reason. */
            reason: string;

            /**
             * Creates a new PauseAction instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PauseAction instance
             */
            static create(properties: phidelity.v1.PauseAction.$Shape): phidelity.v1.PauseAction & phidelity.v1.PauseAction.$Shape;
            static create(properties?: phidelity.v1.PauseAction.$Properties): phidelity.v1.PauseAction;

            /**
             * Encodes the specified PauseAction message. Does not implicitly {@link phidelity.v1.PauseAction.verify|verify} messages.
             * @param message PauseAction message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.PauseAction.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PauseAction message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.PauseAction & phidelity.v1.PauseAction.$Shape} PauseAction
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.PauseAction & phidelity.v1.PauseAction.$Shape;
        }

        namespace PauseAction {

            /** Properties of a PauseAction. */
            interface $Properties {

                /** PauseAction group */
                group?: (string|null);

                /** PauseAction forMs */
                forMs?: (number|null);

                /** PauseAction reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PauseAction. */
            type $Shape = phidelity.v1.PauseAction.$Properties;
        }

        /**
         * Properties of a ResumeAction.
         * @deprecated Use phidelity.v1.ResumeAction.$Properties instead.
         */
        interface IResumeAction extends phidelity.v1.ResumeAction.$Properties {
        }

        /** Represents a ResumeAction. */
        class ResumeAction {

            /**
             * Constructs a new ResumeAction.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.ResumeAction.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ResumeAction group. */
            group?: (string|null);

            /**
             * Creates a new ResumeAction instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ResumeAction instance
             */
            static create(properties: phidelity.v1.ResumeAction.$Shape): phidelity.v1.ResumeAction & phidelity.v1.ResumeAction.$Shape;
            static create(properties?: phidelity.v1.ResumeAction.$Properties): phidelity.v1.ResumeAction;

            /**
             * Encodes the specified ResumeAction message. Does not implicitly {@link phidelity.v1.ResumeAction.verify|verify} messages.
             * @param message ResumeAction message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.ResumeAction.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ResumeAction message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.ResumeAction & phidelity.v1.ResumeAction.$Shape} ResumeAction
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.ResumeAction & phidelity.v1.ResumeAction.$Shape;
        }

        namespace ResumeAction {

            /** Properties of a ResumeAction. */
            interface $Properties {

                /** ResumeAction group */
                group?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ResumeAction. */
            type $Shape = phidelity.v1.ResumeAction.$Properties;
        }

        /**
         * Properties of an AckAction.
         * @deprecated Use phidelity.v1.AckAction.$Properties instead.
         */
        interface IAckAction extends phidelity.v1.AckAction.$Properties {
        }

        /** Represents an AckAction. */
        class AckAction {

            /**
             * Constructs a new AckAction.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.AckAction.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AckAction group. */
            group: string;

            /**
             * Creates a new AckAction instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AckAction instance
             */
            static create(properties: phidelity.v1.AckAction.$Shape): phidelity.v1.AckAction & phidelity.v1.AckAction.$Shape;
            static create(properties?: phidelity.v1.AckAction.$Properties): phidelity.v1.AckAction;

            /**
             * Encodes the specified AckAction message. Does not implicitly {@link phidelity.v1.AckAction.verify|verify} messages.
             * @param message AckAction message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.AckAction.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AckAction message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.AckAction & phidelity.v1.AckAction.$Shape} AckAction
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.AckAction & phidelity.v1.AckAction.$Shape;
        }

        namespace AckAction {

            /** Properties of an AckAction. */
            interface $Properties {

                /** AckAction group */
                group?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AckAction. */
            type $Shape = phidelity.v1.AckAction.$Properties;
        }

        /**
         * Properties of a ForgetAction.
         * @deprecated Use phidelity.v1.ForgetAction.$Properties instead.
         */
        interface IForgetAction extends phidelity.v1.ForgetAction.$Properties {
        }

        /** Represents a ForgetAction. */
        class ForgetAction {

            /**
             * Constructs a new ForgetAction.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.ForgetAction.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ForgetAction node. */
            node: string;

            /**
             * Creates a new ForgetAction instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ForgetAction instance
             */
            static create(properties: phidelity.v1.ForgetAction.$Shape): phidelity.v1.ForgetAction & phidelity.v1.ForgetAction.$Shape;
            static create(properties?: phidelity.v1.ForgetAction.$Properties): phidelity.v1.ForgetAction;

            /**
             * Encodes the specified ForgetAction message. Does not implicitly {@link phidelity.v1.ForgetAction.verify|verify} messages.
             * @param message ForgetAction message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.ForgetAction.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ForgetAction message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.ForgetAction & phidelity.v1.ForgetAction.$Shape} ForgetAction
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.ForgetAction & phidelity.v1.ForgetAction.$Shape;
        }

        namespace ForgetAction {

            /** Properties of a ForgetAction. */
            interface $Properties {

                /** ForgetAction node */
                node?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ForgetAction. */
            type $Shape = phidelity.v1.ForgetAction.$Properties;
        }

        /**
         * Properties of a Command.
         * @deprecated Use phidelity.v1.Command.$Properties instead.
         */
        interface ICommand extends phidelity.v1.Command.$Properties {
        }

        /** Represents a Command. */
        class Command {

            /**
             * Constructs a new Command.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.Command.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Command request. */
            request: string;

            /** Command dryRun. */
            dryRun: boolean;

            /** Command failover. */
            failover?: (phidelity.v1.FailoverAction.$Properties|null);

            /** Command switchover. */
            switchover?: (phidelity.v1.SwitchoverAction.$Properties|null);

            /** Command drain. */
            drain?: (phidelity.v1.DrainAction.$Properties|null);

            /** Command undrain. */
            undrain?: (phidelity.v1.UndrainAction.$Properties|null);

            /** Command pause. */
            pause?: (phidelity.v1.PauseAction.$Properties|null);

            /** Command resume. */
            resume?: (phidelity.v1.ResumeAction.$Properties|null);

            /** Command ack. */
            ack?: (phidelity.v1.AckAction.$Properties|null);

            /** Command forget. */
            forget?: (phidelity.v1.ForgetAction.$Properties|null);

            /** Command action. */
            action?: ("failover"|"switchover"|"drain"|"undrain"|"pause"|"resume"|"ack"|"forget");

            /**
             * Creates a new Command instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Command instance
             */
            static create(properties: phidelity.v1.Command.$Shape): phidelity.v1.Command & phidelity.v1.Command.$Shape;
            static create(properties?: phidelity.v1.Command.$Properties): phidelity.v1.Command;

            /**
             * Encodes the specified Command message. Does not implicitly {@link phidelity.v1.Command.verify|verify} messages.
             * @param message Command message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.Command.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Command message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.Command & phidelity.v1.Command.$Shape} Command
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.Command & phidelity.v1.Command.$Shape;
        }

        namespace Command {

            /** Properties of a Command. */
            interface $Properties {

                /** Command request */
                request?: (string|null);

                /** Command dryRun */
                dryRun?: (boolean|null);

                /** Command failover */
                failover?: (phidelity.v1.FailoverAction.$Properties|null);

                /** Command switchover */
                switchover?: (phidelity.v1.SwitchoverAction.$Properties|null);

                /** Command drain */
                drain?: (phidelity.v1.DrainAction.$Properties|null);

                /** Command undrain */
                undrain?: (phidelity.v1.UndrainAction.$Properties|null);

                /** Command pause */
                pause?: (phidelity.v1.PauseAction.$Properties|null);

                /** Command resume */
                resume?: (phidelity.v1.ResumeAction.$Properties|null);

                /** Command ack */
                ack?: (phidelity.v1.AckAction.$Properties|null);

                /** Command forget */
                forget?: (phidelity.v1.ForgetAction.$Properties|null);

                /** Command action */
                action?: ("failover"|"switchover"|"drain"|"undrain"|"pause"|"resume"|"ack"|"forget");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a Command. */
            type $Shape = {
              request?: string|null;
              dryRun?: boolean|null;
              failover?: phidelity.v1.FailoverAction.$Shape|null;
              switchover?: phidelity.v1.SwitchoverAction.$Shape|null;
              drain?: phidelity.v1.DrainAction.$Shape|null;
              undrain?: phidelity.v1.UndrainAction.$Shape|null;
              pause?: phidelity.v1.PauseAction.$Shape|null;
              resume?: phidelity.v1.ResumeAction.$Shape|null;
              ack?: phidelity.v1.AckAction.$Shape|null;
              forget?: phidelity.v1.ForgetAction.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ action?: undefined; failover?: null; switchover?: null; drain?: null; undrain?: null; pause?: null; resume?: null; ack?: null; forget?: null }|{ action?: "failover"; failover: phidelity.v1.FailoverAction.$Shape; switchover?: null; drain?: null; undrain?: null; pause?: null; resume?: null; ack?: null; forget?: null }|{ action?: "switchover"; failover?: null; switchover: phidelity.v1.SwitchoverAction.$Shape; drain?: null; undrain?: null; pause?: null; resume?: null; ack?: null; forget?: null }|{ action?: "drain"; failover?: null; switchover?: null; drain: phidelity.v1.DrainAction.$Shape; undrain?: null; pause?: null; resume?: null; ack?: null; forget?: null }|{ action?: "undrain"; failover?: null; switchover?: null; drain?: null; undrain: phidelity.v1.UndrainAction.$Shape; pause?: null; resume?: null; ack?: null; forget?: null }|{ action?: "pause"; failover?: null; switchover?: null; drain?: null; undrain?: null; pause: phidelity.v1.PauseAction.$Shape; resume?: null; ack?: null; forget?: null }|{ action?: "resume"; failover?: null; switchover?: null; drain?: null; undrain?: null; pause?: null; resume: phidelity.v1.ResumeAction.$Shape; ack?: null; forget?: null }|{ action?: "ack"; failover?: null; switchover?: null; drain?: null; undrain?: null; pause?: null; resume?: null; ack: phidelity.v1.AckAction.$Shape; forget?: null }|{ action?: "forget"; failover?: null; switchover?: null; drain?: null; undrain?: null; pause?: null; resume?: null; ack?: null; forget: phidelity.v1.ForgetAction.$Shape })
            );
        }

        /**
         * Properties of a WatchRequest.
         * @deprecated Use phidelity.v1.WatchRequest.$Properties instead.
         */
        interface IWatchRequest extends phidelity.v1.WatchRequest.$Properties {
        }

        /** Represents a WatchRequest. */
        class WatchRequest {

            /**
             * Constructs a new WatchRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.WatchRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WatchRequest membersEveryMs. */
            membersEveryMs: number;

            /** WatchRequest events. */
            events: boolean;

            /**
             * Creates a new WatchRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns WatchRequest instance
             */
            static create(properties: phidelity.v1.WatchRequest.$Shape): phidelity.v1.WatchRequest & phidelity.v1.WatchRequest.$Shape;
            static create(properties?: phidelity.v1.WatchRequest.$Properties): phidelity.v1.WatchRequest;

            /**
             * Encodes the specified WatchRequest message. Does not implicitly {@link phidelity.v1.WatchRequest.verify|verify} messages.
             * @param message WatchRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.WatchRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WatchRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.WatchRequest & phidelity.v1.WatchRequest.$Shape} WatchRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.WatchRequest & phidelity.v1.WatchRequest.$Shape;
        }

        namespace WatchRequest {

            /** Properties of a WatchRequest. */
            interface $Properties {

                /** WatchRequest membersEveryMs */
                membersEveryMs?: (number|null);

                /** WatchRequest events */
                events?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WatchRequest. */
            type $Shape = phidelity.v1.WatchRequest.$Properties;
        }

        /**
         * Properties of a Progress.
         * @deprecated Use phidelity.v1.Progress.$Properties instead.
         */
        interface IProgress extends phidelity.v1.Progress.$Properties {
        }

        /** Represents a Progress. */
        class Progress {

            /**
             * Constructs a new Progress.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.Progress.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Progress request. */
            request: string;

            /** Progress afterMs. */
            afterMs: number;

            /** Progress text. */
            text: string;

            /**
             * Creates a new Progress instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Progress instance
             */
            static create(properties: phidelity.v1.Progress.$Shape): phidelity.v1.Progress & phidelity.v1.Progress.$Shape;
            static create(properties?: phidelity.v1.Progress.$Properties): phidelity.v1.Progress;

            /**
             * Encodes the specified Progress message. Does not implicitly {@link phidelity.v1.Progress.verify|verify} messages.
             * @param message Progress message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.Progress.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Progress message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.Progress & phidelity.v1.Progress.$Shape} Progress
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.Progress & phidelity.v1.Progress.$Shape;
        }

        namespace Progress {

            /** Properties of a Progress. */
            interface $Properties {

                /** Progress request */
                request?: (string|null);

                /** Progress afterMs */
                afterMs?: (number|null);

                /** Progress text */
                text?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Progress. */
            type $Shape = phidelity.v1.Progress.$Properties;
        }

        /**
         * Properties of an Outcome.
         * @deprecated Use phidelity.v1.Outcome.$Properties instead.
         */
        interface IOutcome extends phidelity.v1.Outcome.$Properties {
        }

        /** Represents an Outcome. */
        class Outcome {

            /**
             * Constructs a new Outcome.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.Outcome.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Outcome request. */
            request: string;

            /** Outcome status. */
            status: phidelity.v1.OutcomeStatus;

            /** Outcome afterMs. */
            afterMs: number;

            /** Outcome text. */
            text: string;

            /**
             * Creates a new Outcome instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Outcome instance
             */
            static create(properties: phidelity.v1.Outcome.$Shape): phidelity.v1.Outcome & phidelity.v1.Outcome.$Shape;
            static create(properties?: phidelity.v1.Outcome.$Properties): phidelity.v1.Outcome;

            /**
             * Encodes the specified Outcome message. Does not implicitly {@link phidelity.v1.Outcome.verify|verify} messages.
             * @param message Outcome message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.Outcome.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Outcome message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.Outcome & phidelity.v1.Outcome.$Shape} Outcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.Outcome & phidelity.v1.Outcome.$Shape;
        }

        namespace Outcome {

            /** Properties of an Outcome. */
            interface $Properties {

                /** Outcome request */
                request?: (string|null);

                /** Outcome status */
                status?: (phidelity.v1.OutcomeStatus|null);

                /** Outcome afterMs */
                afterMs?: (number|null);

                /** Outcome text */
                text?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Outcome. */
            type $Shape = phidelity.v1.Outcome.$Properties;
        }

        /**
         * Properties of a MembersUpdate.
         * @deprecated Use phidelity.v1.MembersUpdate.$Properties instead.
         */
        interface IMembersUpdate extends phidelity.v1.MembersUpdate.$Properties {
        }

        /** Represents a MembersUpdate. */
        class MembersUpdate {

            /**
             * Constructs a new MembersUpdate.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.MembersUpdate.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MembersUpdate cluster. */
            cluster: string;

            /** MembersUpdate leader. */
            leader: string;

            /** MembersUpdate term. */
            term: number;

            /** MembersUpdate members. */
            members: phidelity.v1.MemberRow.$Properties[];

            /**
             * Creates a new MembersUpdate instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MembersUpdate instance
             */
            static create(properties: phidelity.v1.MembersUpdate.$Shape): phidelity.v1.MembersUpdate & phidelity.v1.MembersUpdate.$Shape;
            static create(properties?: phidelity.v1.MembersUpdate.$Properties): phidelity.v1.MembersUpdate;

            /**
             * Encodes the specified MembersUpdate message. Does not implicitly {@link phidelity.v1.MembersUpdate.verify|verify} messages.
             * @param message MembersUpdate message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.MembersUpdate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MembersUpdate message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.MembersUpdate & phidelity.v1.MembersUpdate.$Shape} MembersUpdate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.MembersUpdate & phidelity.v1.MembersUpdate.$Shape;
        }

        namespace MembersUpdate {

            /** Properties of a MembersUpdate. */
            interface $Properties {

                /** MembersUpdate cluster */
                cluster?: (string|null);

                /** MembersUpdate leader */
                leader?: (string|null);

                /** MembersUpdate term */
                term?: (number|null);

                /** MembersUpdate members */
                members?: (phidelity.v1.MemberRow.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MembersUpdate. */
            type $Shape = phidelity.v1.MembersUpdate.$Properties;
        }

        /**
         * Properties of an EventUpdate.
         * @deprecated Use phidelity.v1.EventUpdate.$Properties instead.
         */
        interface IEventUpdate extends phidelity.v1.EventUpdate.$Properties {
        }

        /** Represents an EventUpdate. */
        class EventUpdate {

            /**
             * Constructs a new EventUpdate.
             * @param [properties] Properties to set
             */
            constructor(properties?: phidelity.v1.EventUpdate.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EventUpdate event. */
            event?: (phidelity.v1.EventRow.$Properties|null);

            /**
             * Creates a new EventUpdate instance using the specified properties.
             * @param [properties] Properties to set
             * @returns EventUpdate instance
             */
            static create(properties: phidelity.v1.EventUpdate.$Shape): phidelity.v1.EventUpdate & phidelity.v1.EventUpdate.$Shape;
            static create(properties?: phidelity.v1.EventUpdate.$Properties): phidelity.v1.EventUpdate;

            /**
             * Encodes the specified EventUpdate message. Does not implicitly {@link phidelity.v1.EventUpdate.verify|verify} messages.
             * @param message EventUpdate message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: phidelity.v1.EventUpdate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EventUpdate message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {phidelity.v1.EventUpdate & phidelity.v1.EventUpdate.$Shape} EventUpdate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): phidelity.v1.EventUpdate & phidelity.v1.EventUpdate.$Shape;
        }

        namespace EventUpdate {

            /** Properties of an EventUpdate. */
            interface $Properties {

                /** EventUpdate event */
                event?: (phidelity.v1.EventRow.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EventUpdate. */
            type $Shape = phidelity.v1.EventUpdate.$Properties;
        }
    }
}
