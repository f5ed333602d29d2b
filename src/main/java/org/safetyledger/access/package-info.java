/**
 * Who is calling, what they may do and which rows they see: the only home of "who may". It turns a verified token into
 * a {@link org.safetyledger.access.Caller}, checks permissions, and opens every transaction in the caller's row scope.
 * It calls {@code graphql} for refusals and nothing else.
 */
@NullMarked
package org.safetyledger.access;

import org.jspecify.annotations.NullMarked;
