/** What holds for every address of the service: how long a client may take to say what it wants. */
@NullMarked
@MayCall({})
package org.safetyledger.http;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
