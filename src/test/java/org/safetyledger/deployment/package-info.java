/** The files of {@code deploy/}, held against what their readers accept: Kubernetes and Compose. */
@NullMarked
package org.safetyledger.deployment;

import org.jspecify.annotations.NullMarked;
