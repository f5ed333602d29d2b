@NullMarked
package org.safetyledger.supervision.directive;

import org.jspecify.annotations.NullMarked;
