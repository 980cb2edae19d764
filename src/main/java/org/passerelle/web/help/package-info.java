/** What newcomers are shown: a tour of five pages and the keys; and, in the demo, what pages are made of. */
@NullMarked
package org.passerelle.web.help;

import org.jspecify.annotations.NullMarked;
