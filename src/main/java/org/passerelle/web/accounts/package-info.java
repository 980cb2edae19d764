/** People and organisations, for the network's administrator. */
@NullMarked
package org.passerelle.web.accounts;

import org.jspecify.annotations.NullMarked;
