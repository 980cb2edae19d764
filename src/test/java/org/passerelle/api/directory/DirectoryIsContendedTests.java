package org.passerelle.api.directory;

import static org.mockito.Mockito.mock;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.api.ProblemAdvice;
import org.passerelle.api.Problems;
import org.passerelle.api.RetryAfterFilter;
import org.passerelle.api.UnreadableFields;
import org.passerelle.closure.ReplaceDirectory;
import org.passerelle.directory.DirectoryUpdates.DirectoryIsContended;
import org.passerelle.directory.version.DirectoryVersions;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class DirectoryIsContendedTests {

    /** Others are always faster. */
    private static final ReplaceDirectory CONTENDED = mock(ReplaceDirectory.class, call -> {
        throw new DirectoryIsContended();
    });

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(
                    new DirectoryController(mock(DirectoryVersions.class), CONTENDED))
            .setCustomArgumentResolvers(new SignedInAs(Person.outsider(new EmailAddress("kim@club.fr"), "Kim")))
            .setControllerAdvice(new ProblemAdvice(new Problems(), new UnreadableFields()))
            .addFilters(new RetryAfterFilter())
            .build();

    @Test
    void whoeverSendsADirectoryWhileOthersDoIsToldWhenToTryAgain() throws Exception {
        mvc.perform(put("/api/v1/admin/directory")
                        .contentType(MediaType.TEXT_PLAIN)
                        .content("sites: []"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().stringValues("Retry-After", "10"))
                .andExpect(jsonPath("$.type").value("/problems/unavailable"));
    }
}
