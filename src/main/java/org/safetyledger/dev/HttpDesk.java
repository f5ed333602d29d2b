package org.safetyledger.dev;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;

/** Sends requests over HTTP, with the token of who sends them. */
final class HttpDesk implements Desk {
    private final HttpClient client;
    private final String root;
    private final Function<String, String> tokens;
    private final ObjectMapper json;
    private final int daysAgo;

    HttpDesk(String root, Function<String, String> tokens, ObjectMapper json) {
        this(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), root, tokens, json, 0);
    }

    private HttpDesk(HttpClient client, String root, Function<String, String> tokens, ObjectMapper json, int daysAgo) {
        this.client = client;
        this.root = root;
        this.tokens = tokens;
        this.json = json;
        this.daysAgo = daysAgo;
    }

    @Override
    public Desk daysAgo(int days) {
        return new HttpDesk(client, root, tokens, json, days);
    }

    @Override
    public JsonNode ask(String persona, String document, Map<String, ?> variables) {
        try {
            byte[] request = json.writeValueAsBytes(Map.of("query", document, "variables", variables));
            return json.readTree(send(persona, "/graphql", "application/json", request));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void show(String persona, String subject, String stage, byte[] photo) {
        String path = "/evidence?subject=" + subject + "&stage=" + stage + "&sha256=" + sha256(photo);
        try {
            send(persona, path, "image/jpeg", photo);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private byte[] send(String persona, String path, String type, byte[] body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(root + path))
                .header("Authorization", "Bearer " + tokens.apply(persona))
                .header("Content-Type", type)
                .header(StandClock.DAYS_AGO, Integer.toString(daysAgo))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            return client.send(request, BodyHandlers.ofByteArray()).body();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
