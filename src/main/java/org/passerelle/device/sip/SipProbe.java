package org.passerelle.device.sip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.passerelle.directory.SipAddress;

/** Asks a device by SIP whether it is there: one question, over UDP repeated while nothing comes back, and its answer. */
final class SipProbe {

    /** T1 of RFC 3261 section 17.1.2.1, doubled at each repetition. */
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);

    private static final int LARGEST_HEAD = 16 * 1024;

    private final SipLookup lookup;
    private final Duration longestWait;

    /** @param longestWait how long to wait for an answer in all */
    SipProbe(SipLookup lookup, Duration longestWait) {
        this.lookup = lookup;
        this.longestWait = longestWait;
    }

    /** @param status of the final answer, if there was one */
    record SipAnswer(LineVerdict verdict, Optional<Integer> status) {

        static SipAnswer none(LineVerdict verdict) {
            return new SipAnswer(verdict, Optional.empty());
        }
    }

    SipAnswer ask(SipAddress address) {
        try {
            InetSocketAddress server = lookup.find(address);
            return address.transport() == SipAddress.Transport.TCP ? byTcp(address, server) : byUdp(address, server);
        } catch (UnknownHostException e) {
            return SipAnswer.none(LineVerdict.UNKNOWN_HOST);
        } catch (SocketTimeoutException e) {
            return SipAnswer.none(LineVerdict.SILENT);
        } catch (ConnectException | PortUnreachableException e) {
            return SipAnswer.none(LineVerdict.CLOSED);
        } catch (IOException e) {
            return SipAnswer.none(LineVerdict.SILENT);
        }
    }

    /** The socket is connected, so that only the one who was asked can answer. */
    private SipAnswer byUdp(SipAddress address, InetSocketAddress server) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(server);
            OptionsRequest request = OptionsRequest.fresh(address, (InetSocketAddress) socket.getLocalSocketAddress());
            byte[] question = request.bytes();
            Deadline deadline = Deadline.in(longestWait);
            LineVerdict without = LineVerdict.SILENT;
            Duration wait = FIRST_WAIT;
            while (!deadline.isOver()) {
                socket.send(new DatagramPacket(question, question.length));
                Deadline repeat = Deadline.in(wait);
                while (!repeat.isOver() && !deadline.isOver()) {
                    Optional<byte[]> heard = heard(socket, Math.min(repeat.millis(), deadline.millis()));
                    Optional<SipResponse> response = heard.flatMap(SipResponse::parse);
                    if (response.filter(each -> each.answers(request) && !each.isProvisional())
                            .isPresent()) {
                        return answer(response.get());
                    }
                    if (heard.isPresent() && response.isEmpty()) {
                        without = LineVerdict.GARBAGE;
                    }
                }
                wait = wait.multipliedBy(2);
            }
            return SipAnswer.none(without);
        }
    }

    private static Optional<byte[]> heard(DatagramSocket socket, int millis) throws IOException {
        byte[] buffer = new byte[LARGEST_HEAD];
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.setSoTimeout(Math.max(1, millis));
        try {
            socket.receive(packet);
            return Optional.of(Arrays.copyOf(buffer, packet.getLength()));
        } catch (SocketTimeoutException e) {
            return Optional.empty();
        }
    }

    private SipAnswer byTcp(SipAddress address, InetSocketAddress server) throws IOException {
        try (Socket socket = new Socket()) {
            Deadline deadline = Deadline.in(longestWait);
            socket.connect(server, deadline.millis());
            OptionsRequest request = OptionsRequest.fresh(address, (InetSocketAddress) socket.getLocalSocketAddress());
            socket.getOutputStream().write(request.bytes());
            while (true) {
                byte[] head = head(socket, deadline);
                Optional<SipResponse> response = SipResponse.parse(head);
                if (response.isEmpty()) {
                    return SipAnswer.none(head.length == 0 ? LineVerdict.SILENT : LineVerdict.GARBAGE);
                }
                if (response.get().answers(request) && !response.get().isProvisional()) {
                    return answer(response.get());
                }
            }
        }
    }

    /** Up to the empty line, or what there was when the connection ended or the head grew too long. */
    private static byte[] head(Socket socket, Deadline deadline) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        int lineEnds = 0;
        while (lineEnds < 2 && head.size() < LARGEST_HEAD) {
            socket.setSoTimeout(deadline.millis());
            int read = in.read();
            if (read < 0) {
                break;
            }
            head.write(read);
            lineEnds = read == '\n' ? lineEnds + 1 : read == '\r' ? lineEnds : 0;
        }
        return head.toByteArray();
    }

    private static SipAnswer answer(SipResponse response) {
        return new SipAnswer(LineVerdict.of(response.status()), Optional.of(response.status()));
    }

    /** A moment measured by the machine's own stopwatch. */
    private record Deadline(long nanos) {

        static Deadline in(Duration wait) {
            return new Deadline(System.nanoTime() + wait.toNanos());
        }

        boolean isOver() {
            return System.nanoTime() >= nanos;
        }

        /** What is left, at least one. */
        int millis() {
            return (int) Math.max(1, (nanos - System.nanoTime()) / 1_000_000);
        }
    }
}
