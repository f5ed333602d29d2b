/** Logging in for real: a Keycloak with the realm of {@code deploy/keycloak}, driven over HTTP as browsers and devices do. */
@NullMarked
package org.safetyledger.keycloak;

import org.jspecify.annotations.NullMarked;
