@NullMarked
package org.safetyledger.rule;

import org.jspecify.annotations.NullMarked;
