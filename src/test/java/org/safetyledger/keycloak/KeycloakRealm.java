package org.safetyledger.keycloak;

import java.net.URI;

/**
 * The realm of a running Keycloak.
 *
 * @param issuer its address, as its tokens name it
 * @param password of every persona
 * @param integrationSecret of the client {@code integration-client}
 */
record KeycloakRealm(URI issuer, String password, String integrationSecret) {
    /** Where the front end under test would be; nothing answers there. */
    static final String WEB_ORIGIN = "http://localhost:3000";

    String protocol(String endpoint) {
        return issuer + "/protocol/openid-connect/" + endpoint;
    }

    String account() {
        return issuer + "/account/";
    }
}
