/** Tests of how requests are answered. */
@NullMarked
package org.safetyledger.graphql.http;

import org.jspecify.annotations.NullMarked;
