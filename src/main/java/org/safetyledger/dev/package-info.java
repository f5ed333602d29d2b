/**
 * The developer's stand: an identity provider inside the service's own process, the personas it knows, a page to log in
 * as one of them, and the cookie that makes GraphiQL act as that persona. It exists so that {@code quarkus:dev} needs
 * no container and no account, while every request still carries a really signed and really verified token. Each bean
 * here belongs to the profile {@code dev} alone, the build drops the package before it makes the production artifact,
 * and nothing outside may depend on it; it calls nothing of the product itself.
 */
@NullMarked
@MayCall({})
package org.safetyledger.dev;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
