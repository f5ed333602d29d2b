/**
 * What every part of the schema shares: node ids, cursors, scalars, user errors, limits, and the HTTP
 * endpoint. It owns no business rule and calls no feature; features call it.
 */
@NullMarked
@MayCall({})
package org.safetyledger.graphql;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
