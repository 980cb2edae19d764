package org.passerelle.device.sip;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Answers SIP on the loopback address, over UDP and TCP at the same port, as it is told to. */
public final class SipStub implements AutoCloseable {

    /** Says nothing. */
    public static final UnaryOperator<String> SILENCE = request -> "";

    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<Thread> listeners;
    private volatile UnaryOperator<String> manner;

    private SipStub(DatagramSocket udp, ServerSocket tcp, UnaryOperator<String> manner) {
        this.udp = udp;
        this.tcp = tcp;
        this.manner = manner;
        this.listeners = List.of(start(this::serveUdp), start(this::serveTcp));
    }

    public static SipStub answering(UnaryOperator<String> manner) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        ServerSocket tcp = new ServerSocket(0, 5, loopback);
        return new SipStub(new DatagramSocket(tcp.getLocalPort(), loopback), tcp, manner);
    }

    /** A well-formed answer of that first line to whatever is asked. */
    public static UnaryOperator<String> status(String line) {
        return request -> "SIP/2.0 " + line + "\r\n"
                + request.lines()
                        .filter(each -> each.matches("(Via|From|To|Call-ID|CSeq):.*"))
                        .collect(Collectors.joining("\r\n"))
                + "\r\nContent-Length: 0\r\n\r\n";
    }

    public void answers(UnaryOperator<String> changed) {
        manner = changed;
    }

    public int port() {
        return tcp.getLocalPort();
    }

    public List<String> heard() {
        return List.copyOf(heard);
    }

    private static Thread start(Runnable work) {
        Thread thread = new Thread(work, "sip-stub");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void serveUdp() {
        byte[] buffer = new byte[8192];
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                udp.receive(packet);
                String request = new String(buffer, 0, packet.getLength(), StandardCharsets.UTF_8);
                heard.add(request);
                byte[] answer = manner.apply(request).getBytes(StandardCharsets.UTF_8);
                if (answer.length > 0) {
                    udp.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void serveTcp() {
        try {
            while (true) {
                Socket socket = tcp.accept();
                start(() -> serve(socket));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            StringBuilder request = new StringBuilder();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                request.append(line).append("\r\n");
            }
            heard.add(request.toString());
            socket.getOutputStream().write(manner.apply(request.toString()).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            in.read(); // until the one who asked hangs up
        } catch (IOException closed) {
            return;
        }
    }

    /** Nothing listens any more once this returns: a call to accept holds the socket open until it ends. */
    @Override
    public void close() throws IOException {
        udp.close();
        tcp.close();
        for (Thread listener : listeners) {
            try {
                listener.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
