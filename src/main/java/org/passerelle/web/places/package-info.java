/** Rooms and sites as forms, for those who run them: each change is one of the directory's file. */
@NullMarked
package org.passerelle.web.places;

import org.jspecify.annotations.NullMarked;
