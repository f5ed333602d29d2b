package org.safetyledger.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safetyledger.testing.Bearer;

/** What a grant was answered with. */
record Tokens(String token, @Nullable String refresh) implements Bearer {
    static Tokens of(Response granted) {
        JsonPath answer = granted.then().statusCode(200).extract().jsonPath();
        return new Tokens(answer.getString("access_token"), answer.getString("refresh_token"));
    }

    /** The claims of the access token. */
    Map<String, Object> claims() {
        String payload = token.split("\\.", -1)[1];
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(payload), UTF_8))
                .getMap("");
    }
}
