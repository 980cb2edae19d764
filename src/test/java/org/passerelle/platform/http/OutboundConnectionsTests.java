package org.passerelle.platform.http;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;
import org.passerelle.ProgramClasses;

/** There is one place that makes clients of HTTP, and it bounds them. */
public class OutboundConnectionsTests {

    @Test
    void nothingElseAsksServersByHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.passerelle.platform.http")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.http\\..*"
                        + "|java\\.net\\.(Http)?URLConnection"
                        + "|org\\.apache\\.hc\\.(client5\\.http\\.impl|core5)\\..*"
                        + "|org\\.springframework\\.web\\.client\\..*")
                .check(ProgramClasses.all());
    }
}
