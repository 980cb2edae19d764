/** Mails with a link by which somebody sets their password: because they have forgotten it, or are new here. */
@NullMarked
@ApplicationModule(
        displayName = "Recovery",
        allowedDependencies = {
            "platform",
            "platform :: digest",
            "platform :: work",
            "account",
            "account :: signin",
            "i18n",
            "mail",
            "invitation",
            "invitation :: text"
        })
package org.passerelle.recovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
