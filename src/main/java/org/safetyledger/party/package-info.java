/**
 * Enterprises, posts, people and the four-party responsibility register. It may call {@code jurisdiction} and the
 * shared packages.
 */
@NullMarked
package org.safetyledger.party;

import org.jspecify.annotations.NullMarked;
