@NullMarked
package org.safetyledger.checkplan;

import org.jspecify.annotations.NullMarked;
