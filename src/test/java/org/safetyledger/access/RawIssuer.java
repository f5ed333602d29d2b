package org.safetyledger.access;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;

/** An issuer down to its sockets, that can do what no well-behaved server does. */
final class RawIssuer implements Closeable {
    enum Manner {
        ANSWER,
        /** Takes the connection and says nothing. */
        HANG,
        /** Closes the connection instead of an answer. */
        CUT,
        /** One byte now and then. */
        DRIP,
        /** An answer without end. */
        ENDLESS,
        GARBAGE,
        FAULT
    }

    private static final PublicKey KEY = key();

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger questions = new AtomicInteger();
    private volatile Manner manner = Manner.ANSWER;
    private volatile String keys = "{\"keys\":[]}";

    RawIssuer() throws IOException {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket client = server.accept();
                    connections.incrementAndGet();
                    Thread.ofVirtual().start(() -> serve(client));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    String address() {
        return "http://localhost:" + server.getLocalPort() + "/realm";
    }

    void behave(Manner next) {
        manner = next;
    }

    void publish(String id) {
        RsaJsonWebKey key = new RsaJsonWebKey((RSAPublicKey) KEY);
        key.setKeyId(id);
        keys = new JsonWebKeySet(key).toJson();
    }

    /** How often it was asked for its keys, and answered. */
    int questions() {
        return questions.get();
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve(Socket client) {
        try (client) {
            String path = path(client.getInputStream());
            OutputStream out = client.getOutputStream();
            String body = path.endsWith("/keys")
                    ? keys
                    : "{\"issuer\":\"" + address() + "\",\"jwks_uri\":\"" + address() + "/keys\"}";
            switch (manner) {
                case ANSWER -> {
                    if (path.endsWith("/keys")) {
                        questions.incrementAndGet();
                    }
                    answer(out, "200 OK", body);
                }
                case HANG -> client.getInputStream().readAllBytes();
                case CUT -> {}
                case DRIP -> drip(out, body);
                case ENDLESS -> {
                    head(out, "200 OK", Long.MAX_VALUE);
                    while (true) {
                        out.write(new byte[8192]);
                    }
                }
                case GARBAGE -> answer(out, "200 OK", "<html>Welcome</html>");
                case FAULT -> answer(out, "500 Internal Server Error", body);
            }
        } catch (IOException gone) {
            // The client has had enough of it.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String path(InputStream in) throws IOException {
        StringBuilder request = new StringBuilder();
        while (request.indexOf("\r\n\r\n") < 0) {
            int character = in.read();
            if (character < 0) {
                throw new IOException("no request");
            }
            request.append((char) character);
        }
        return request.toString().split(" ", -1)[1];
    }

    private static void drip(OutputStream out, String body) throws IOException, InterruptedException {
        head(out, "200 OK", body.length());
        for (byte letter : body.getBytes(StandardCharsets.US_ASCII)) {
            out.write(letter);
            out.flush();
            Thread.sleep(50);
        }
    }

    private static void answer(OutputStream out, String status, String body) throws IOException {
        head(out, status, body.length());
        out.write(body.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void head(OutputStream out, String status, long length) throws IOException {
        out.write(("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + length
                        + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static PublicKey key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair().getPublic();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
