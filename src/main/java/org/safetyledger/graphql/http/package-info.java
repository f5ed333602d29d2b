/**
 * The address {@code /graphql}: takes a request off the event loop onto one virtual thread that serves it from end to
 * end, because the engine's own way runs the database calls of all requests of an event loop one after the other.
 */
@NullMarked
@MayCall({"access", "command", "read"})
package org.safetyledger.graphql.http;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
