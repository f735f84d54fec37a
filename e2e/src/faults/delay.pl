#!/usr/bin/perl
# Delays packets: takes those that the packet filter puts into a queue (NFQUEUE), and lets each go on after a while.
#
#     perl delay.pl QUEUE DELAY_MS JITTER_MS
#
# Formats: linux/netlink.h, linux/netfilter/nfnetlink.h and nfnetlink_queue.h. Perl, because it is on every Debian, and
# Node has no netlink sockets.
use strict;
use warnings;
use Socket;
use Time::HiRes qw(time);

my ($queue, $delay_ms, $jitter_ms) = @ARGV;
die "usage: delay.pl QUEUE DELAY_MS JITTER_MS\n" unless defined $jitter_ms;

use constant { AF_NETLINK => 16, NETLINK_NETFILTER => 12, NFNL_SUBSYS_QUEUE => 3, SO_RCVBUFFORCE => 33 };
use constant { MSG_PACKET => 0, MSG_VERDICT => 1, MSG_CONFIG => 2 };
use constant { CFG_CMD => 1, CFG_PARAMS => 2, CMD_BIND => 1, COPY_META => 1, ATTR_PACKET_HDR => 1, ATTR_VERDICT_HDR => 2 };
use constant { NLM_F_REQUEST => 1, NLM_F_ACK => 4, NLMSG_ERROR => 2, NF_ACCEPT => 1 };

socket(my $netlink, AF_NETLINK, SOCK_RAW, NETLINK_NETFILTER) or die "socket: $!\n";
bind($netlink, pack("S S L L", AF_NETLINK, 0, 0, 0)) or die "bind: $!\n";
setsockopt($netlink, SOL_SOCKET, SO_RCVBUFFORCE, pack("i", 4_000_000));

# One message: netlink header, nfgenmsg (family, version, queue in network order), one attribute.
sub say_to_kernel {
    my ($type, $flags, $attribute, $value) = @_;
    my $body = pack("C C n", 0, 0, $queue) . pack("S S", 4 + length $value, $attribute) . $value;
    $body .= "\0" x (-length($body) % 4);
    my $head = pack("L S S L L", 16 + length $body, NFNL_SUBSYS_QUEUE << 8 | $type, NLM_F_REQUEST | $flags, 0, 0);
    send($netlink, $head . $body, 0, pack("S S L L", AF_NETLINK, 0, 0, 0)) or die "send: $!\n";
}

sub confirmed {
    recv($netlink, my $answer, 65536, 0);
    my ($type, $errno) = unpack("x4 S x10 l", $answer);
    die "the kernel refuses: $errno\n" if $type == NLMSG_ERROR && $errno != 0;
}

say_to_kernel(MSG_CONFIG, NLM_F_ACK, CFG_CMD, pack("C C n", CMD_BIND, 0, 0));
confirmed();
say_to_kernel(MSG_CONFIG, NLM_F_ACK, CFG_PARAMS, pack("N C", 0, COPY_META));
confirmed();
$| = 1;
print "listening\n";

my @waiting;    # [due, id], by due
while (1) {
    my $wait = @waiting ? $waiting[0][0] - time : undef;
    my $ready = '';
    vec($ready, fileno($netlink), 1) = 1;
    if (!defined $wait || $wait > 0) { select($ready, undef, undef, $wait) }
    else { select($ready, undef, undef, 0) }
    take_packets() if vec($ready, fileno($netlink), 1);
    while (@waiting && $waiting[0][0] <= time) {
        say_to_kernel(MSG_VERDICT, 0, ATTR_VERDICT_HDR, pack("N N", NF_ACCEPT, (shift @waiting)->[1]));
    }
}

# Each message of the datagram: header, nfgenmsg, and as its first attribute the packet's header with its id.
sub take_packets {
    recv($netlink, my $bytes, 65536, 0);
    for (my $at = 0; $at + 28 <= length $bytes;) {
        my ($length, $type) = unpack("L S", substr $bytes, $at, 6);
        if ($type == (NFNL_SUBSYS_QUEUE << 8 | MSG_PACKET)) {
            my $id = unpack("N", substr $bytes, $at + 24, 4);
            my $due = time + ($delay_ms + $jitter_ms * (2 * rand() - 1)) / 1000;
            # Order is kept, as on one wire: a packet never leaves before the one that came before it.
            $due = $waiting[-1][0] if @waiting && $waiting[-1][0] > $due;
            push @waiting, [$due, $id];
        }
        $at += ($length + 3) & ~3;
        last if $length == 0;
    }
}
