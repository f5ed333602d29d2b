/**
 * Who is calling, what they may do and which rows they see: the only home of "who may". It turns a verified token into
 * a {@link org.safetyledger.access.Caller}, checks permissions, and opens every transaction in the caller's row scope.
 */
@NullMarked
@MayCall("graphql")
package org.safetyledger.access;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
