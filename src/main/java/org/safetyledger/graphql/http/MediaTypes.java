package org.safetyledger.graphql.http;

import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which media types GraphQL over HTTP has: what a request may be written in, and which one its answer is given. */
final class MediaTypes {
    static final String GRAPHQL_RESPONSE = "application/graphql-response+json";
    static final String JSON = "application/json";
    private static final String IDENTITY = "identity";
    private static final Pattern JSON_IN_UTF_8 =
            Pattern.compile("application/json(\\s*;\\s*charset=\"?utf-?8\"?)?\\s*;?", Pattern.CASE_INSENSITIVE);

    private MediaTypes() {}

    /** A compressed body could hold a thousand times what its length says. */
    static void requirePlain(@Nullable String contentEncoding) {
        if (contentEncoding != null && !IDENTITY.equalsIgnoreCase(contentEncoding)) {
            throw new HttpException(415, "Content-Encoding: " + IDENTITY);
        }
    }

    /** A header that a client set twice arrives as one with a comma: GraphiQL sends its content type so. */
    static void requireJson(@Nullable String contentType) {
        if (JSON.equals(contentType)) {
            return;
        }
        if (contentType == null
                || !Stream.of(contentType.split(",", -1))
                        .allMatch(type -> JSON_IN_UTF_8.matcher(type.strip()).matches())) {
            throw new HttpException(415, "Content-Type: " + JSON);
        }
    }

    /** The media type of the answer; refuses a client that takes neither. */
    static String requireAnswerable(RoutingContext context) {
        return accepted(context).orElseThrow(() -> new HttpException(406, "Accept: " + GRAPHQL_RESPONSE + ", " + JSON));
    }

    /** The media type of an answer that must be given whatever the client takes. */
    static String ofAnswer(RoutingContext context) {
        return accepted(context).orElse(JSON);
    }

    /** Of what the client takes most gladly, the specification's own type where it is named, else plain JSON. */
    private static Optional<String> accepted(RoutingContext context) {
        if (JSON.equals(context.request().getHeader("Accept"))) {
            // What most clients send needs no weighing.
            return Optional.of(JSON);
        }
        List<MIMEHeader> accepted = context.parsedHeaders().accept();
        if (accepted.isEmpty()) {
            return Optional.of(JSON);
        }
        float response = weight(GRAPHQL_RESPONSE, accepted);
        float json = weight(JSON, accepted);
        if (response == 0 && json == 0) {
            return Optional.empty();
        }
        boolean named = accepted.stream().anyMatch(range -> GRAPHQL_RESPONSE.equalsIgnoreCase(range.value()));
        boolean preferred = response > json || (named && response >= json);
        return Optional.of(preferred ? GRAPHQL_RESPONSE : JSON);
    }

    /** The most specific range that covers the type decides. */
    private static float weight(String type, List<MIMEHeader> accepted) {
        return Stream.of(type, "application/*", "*/*")
                .flatMap(range -> accepted.stream().filter(one -> range.equalsIgnoreCase(one.value())))
                .findFirst()
                .map(MIMEHeader::weight)
                .orElse(0f);
    }
}
