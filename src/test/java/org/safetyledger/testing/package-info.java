/** What the tests share: callers with really signed tokens, a client of the API, and the database behind it. */
@NullMarked
package org.safetyledger.testing;

import org.jspecify.annotations.NullMarked;
