/** The people whom somebody invites: whom they know, what they typed, and when colleagues are busy. */
@NullMarked
package org.passerelle.web.people;

import org.jspecify.annotations.NullMarked;
