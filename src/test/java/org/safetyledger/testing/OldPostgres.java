package org.safetyledger.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Greets a client as an older PostgreSQL would, and answers each of its simple queries with nothing. */
public final class OldPostgres implements AutoCloseable {
    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;

    private final ServerSocket server;
    private final String version;

    public OldPostgres(String version) throws IOException {
        this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        this.version = version;
        Thread.startVirtualThread(this::serve);
    }

    public int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.startVirtualThread(() -> talk(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                DataInputStream in = new DataInputStream(client.getInputStream());
                DataOutputStream out = new DataOutputStream(client.getOutputStream())) {
            while (!isGreeted(in)) {
                out.writeByte('N');
            }
            greet(out);
            for (int kind = in.read(); kind > 0 && kind != 'X'; kind = in.read()) {
                in.skipNBytes(in.readInt() - 4L);
                if (kind == 'Q' || kind == 'S') {
                    send(out, 'C', "SET\0".getBytes(StandardCharsets.US_ASCII));
                    send(out, 'Z', new byte[] {'I'});
                }
            }
        } catch (IOException gone) {
            // The client has seen enough.
        }
    }

    private static boolean isGreeted(DataInputStream in) throws IOException {
        int length = in.readInt();
        int code = in.readInt();
        in.skipNBytes(length - 8L);
        return code != SSL_REQUEST && code != GSS_REQUEST;
    }

    private void greet(DataOutputStream out) throws IOException {
        send(out, 'R', new byte[4]);
        Map<String, String> parameters = Map.of(
                "server_version", version,
                "client_encoding", "UTF8",
                "DateStyle", "ISO, MDY",
                "TimeZone", "UTC",
                "integer_datetimes", "on",
                "standard_conforming_strings", "on");
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            send(
                    out,
                    'S',
                    (parameter.getKey() + '\0' + parameter.getValue() + '\0').getBytes(StandardCharsets.US_ASCII));
        }
        send(out, 'K', new byte[8]);
        send(out, 'Z', new byte[] {'I'});
    }

    private static void send(DataOutputStream out, char kind, byte[] content) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(message);
        data.writeByte(kind);
        data.writeInt(content.length + 4);
        data.write(content);
        message.writeTo(out);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
