package org.passerelle.api.availability;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Set;
import org.passerelle.availability.SelfCheck;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The memory of free times, looked after by the network administrator. */
@RestController
@RequestMapping("/api/v1/admin/availability")
class AvailabilityAdminController {

    private final SelfCheck selfCheck;

    AvailabilityAdminController(SelfCheck selfCheck) {
        this.selfCheck = selfCheck;
    }

    /** Compares free times with what is stored and puts right what differs; answers when that is done. */
    @Operation(
            summary = "Compares the free times that are remembered with what is stored, and puts right what differs.")
    @PostMapping("/check")
    FindingsJson check() {
        SelfCheck.CheckFindings findings = selfCheck.check();
        return new FindingsJson(findings.documents(), findings.differences(), findings.healed(), findings.numbers());
    }

    /** @param numbers of rooms that were concerned */
    record FindingsJson(long documents, int differences, int healed, Set<Integer> numbers) {}
}
