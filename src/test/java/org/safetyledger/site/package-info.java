@NullMarked
package org.safetyledger.site;

import org.jspecify.annotations.NullMarked;
