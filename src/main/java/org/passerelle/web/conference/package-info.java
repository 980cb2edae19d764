/** What organisers and managers see of conferences: who enters how, and whether the video servers work. */
@NullMarked
package org.passerelle.web.conference;

import org.jspecify.annotations.NullMarked;
