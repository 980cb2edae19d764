package org.passerelle.mail.smtp;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence, without a stack trace, why this process does not start. */
class SigningFailures extends AbstractFailureAnalyzer<SigningRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable root, SigningRefused cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Correct it, or remove all PASSERELLE_MAIL_DKIM_ settings to send mail unsigned.",
                cause);
    }
}
