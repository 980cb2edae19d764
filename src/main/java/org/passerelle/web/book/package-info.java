/** The form that books rooms. */
@NullMarked
package org.passerelle.web.book;

import org.jspecify.annotations.NullMarked;
