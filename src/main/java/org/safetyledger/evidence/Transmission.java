package org.safetyledger.evidence;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.safetyledger.http.PaceLimits;

/**
 * Sends contents at the pace of their clients, for as long as these keep the pace that bodies of requests have to keep.
 * Whoever is too slow, or was promised more than there is, finds the connection closed.
 */
@ApplicationScoped
class Transmission {
    private static final Logger LOG = Logger.getLogger(Transmission.class);
    private static final int CHUNK = 64 * 1024;

    private final long patience;

    Transmission(PaceLimits limits) {
        this.patience = limits.bodyLimit().toMillis() + CHUNK * 1000L / Math.max(1, limits.bodyBytesPerSecond());
    }

    /** Sends the body of an answer whose other headers are set; returns when it has left, or the client. */
    void send(InputStream content, long length, HttpServerRequest request) {
        request.response().putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(length));
        try {
            write(content, length, request.response());
        } catch (IOException | ExecutionException | TimeoutException | InterruptedException failure) {
            LOG.debug("A content was not sent to its end", failure);
            // Whether it could still be closed in good order is of no interest to anybody.
            var _ = request.connection().close();
        }
    }

    private void write(InputStream content, long length, HttpServerResponse response)
            throws IOException, ExecutionException, TimeoutException, InterruptedException {
        long left = length;
        while (left > 0) {
            byte[] chunk = content.readNBytes((int) Math.min(left, CHUNK));
            if (chunk.length == 0) {
                throw new EOFException("%d bytes are missing".formatted(left));
            }
            left -= chunk.length;
            Buffer bytes = Buffer.buffer(chunk);
            (left > 0 ? response.write(bytes) : response.end(bytes))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(patience, TimeUnit.MILLISECONDS);
        }
    }
}
