package org.passerelle.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.passkey.PasskeyCeremonies;
import org.passerelle.account.passkey.RelyingParty;
import org.passerelle.account.signin.DemoAccounts;
import org.passerelle.outsider.OutsiderRequests;
import org.passerelle.security.TriedAddress;
import org.passerelle.security.session.ReturnPath;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page; in the demo with one button for each demo account. Whoever has none is led to the sites at which guests may ask. */
@Controller
class SignInPage {

    private final Optional<DemoAccounts> demo;
    private final OutsiderRequests outsiders;
    private final PasskeyCeremonies passkeys;
    private final RelyingParty party;

    SignInPage(
            ObjectProvider<DemoAccounts> demo,
            OutsiderRequests outsiders,
            PasskeyCeremonies passkeys,
            RelyingParty party) {
        this.outsiders = outsiders;
        this.passkeys = passkeys;
        this.party = party;
        this.demo = demo.stream().findFirst();
    }

    @GetMapping("/sign-in")
    String show(@RequestParam(required = false) @Nullable String next, HttpServletRequest request, Model model) {
        model.addAttribute("email", TriedAddress.of(request).orElse(null));
        model.addAttribute("next", ReturnPath.of(next).map(ReturnPath::value).orElse(null));
        model.addAttribute("people", demo.map(DemoAccounts::people).orElse(List.of()));
        model.addAttribute("demoPassword", demo.map(DemoAccounts::password).orElse(""));
        model.addAttribute("passkeyOptions", party.isAt(request.getServerName()) ? passkeys.request() : null);
        model.addAttribute("mayGuestsAsk", !outsiders.sites().isEmpty());
        return "sign-in";
    }
}
