package org.safetyledger.keycloak;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safetyledger.testing.Bearer;

/** A user's own account, asked for and saved as Keycloak's account page does it. */
final class Account {
    private final String address;
    private final Bearer user;

    private Account(String address, Bearer user) {
        this.address = address;
        this.user = user;
    }

    /** Of somebody who has opened the account page. */
    static Account of(KeycloakRealm realm, String username) {
        return as(realm, new Logins(realm).byAuthorizationCode("account-console", realm.account(), "openid", username));
    }

    static Account as(KeycloakRealm realm, Bearer user) {
        return new Account(realm.account(), user);
    }

    Bearer user() {
        return user;
    }

    Response read() {
        return given().header("Authorization", "Bearer " + user.token())
                .accept("application/json")
                .get(address);
    }

    /** Saves it with another address. */
    Response move(String email) {
        Map<String, Object> changed = content();
        changed.put("email", email);
        return save(changed);
    }

    /** Saves it with another value of an attribute. */
    Response change(String attribute, String value) {
        Map<String, Object> changed = content();
        Map<Object, Object> attributes = new LinkedHashMap<>((Map<?, ?>) changed.get("attributes"));
        attributes.put(attribute, List.of(value));
        changed.put("attributes", attributes);
        return save(changed);
    }

    private Map<String, Object> content() {
        return new LinkedHashMap<>(
                read().then().statusCode(200).extract().jsonPath().<String, Object>getMap(""));
    }

    private Response save(Map<String, Object> changed) {
        return given().header("Authorization", "Bearer " + user.token())
                .accept("application/json")
                .contentType("application/json")
                .body(changed)
                .post(address);
    }
}
