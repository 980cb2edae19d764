package org.passerelle.contract;

import org.junit.jupiter.api.Nested;
import org.passerelle.account.deputy.mongo.DeputyRecordContract;
import org.passerelle.account.deputy.mongo.DeputyshipsContract;
import org.passerelle.account.passkey.PasskeyChallengesContract;
import org.passerelle.account.passkey.PasskeysContract;
import org.passerelle.account.session.AccessTokensContract;
import org.passerelle.account.session.BrowserSessionsContract;
import org.passerelle.account.signin.InitialPasswordContract;
import org.passerelle.account.store.AccountsContract;
import org.passerelle.account.store.OrganisationsContract;
import org.passerelle.account.store.PreferencesContract;
import org.passerelle.account.store.RemainingAdministratorContract;
import org.passerelle.arrival.noshow.NoShowDocumentsContract;
import org.passerelle.backup.mongo.BackupRunsContract;
import org.passerelle.booking.changelog.mongo.ChangeLogContract;
import org.passerelle.caldav.home.CalendarHomesContract;
import org.passerelle.calendar.feed.FeedDocumentsContract;
import org.passerelle.calendar.imports.ImportDocumentsContract;
import org.passerelle.closure.mongo.ClosedDayDocumentsContract;
import org.passerelle.closure.mongo.ClosureDocumentsContract;
import org.passerelle.conference.closing.PendingEndsContract;
import org.passerelle.conference.jitsi.JitsiKeysContract;
import org.passerelle.conference.link.RoomLinksContract;
import org.passerelle.device.codec.CodecStatesContract;
import org.passerelle.device.credentials.CredentialsContract;
import org.passerelle.device.dialin.DialInNumbersContract;
import org.passerelle.device.sip.LineStatesContract;
import org.passerelle.directory.store.ClaimNumbersContract;
import org.passerelle.directory.store.DirectoryTextsContract;
import org.passerelle.invitation.offers.OffersContract;
import org.passerelle.invitation.store.DeliveriesContract;
import org.passerelle.invitation.store.HeldBackMailContract;
import org.passerelle.jobs.mongo.ActionRecordsContract;
import org.passerelle.mail.inbox.InboxStoreContract;
import org.passerelle.mail.optout.OptOutsContract;
import org.passerelle.mail.personal.KeptMailContract;
import org.passerelle.mail.quota.TalliesContract;
import org.passerelle.notification.mongo.ChosenMailsContract;
import org.passerelle.notification.mongo.LogPositionContract;
import org.passerelle.notification.mongo.NoticeRecordsContract;
import org.passerelle.notification.mongo.OwedNotificationsContract;
import org.passerelle.notification.mongo.RememberedNotificationsContract;
import org.passerelle.outsider.OutsiderRequestDocumentsContract;
import org.passerelle.outsider.RequestPlacesContract;
import org.passerelle.outsider.RequestTalliesContract;
import org.passerelle.photo.mongo.RoomPhotosContract;
import org.passerelle.platform.MigrationsContract;
import org.passerelle.platform.OwnerSlotsContract;
import org.passerelle.platform.StoreAccess;
import org.passerelle.platform.StoredKeyContract;
import org.passerelle.platform.personal.StoredPersonalDataContract;
import org.passerelle.privacy.mongo.CopyNotesContract;
import org.passerelle.privacy.mongo.ErasureRecordsContract;
import org.passerelle.privacy.mongo.RetentionRunsContract;
import org.passerelle.reception.GuestArrivalDocumentsContract;
import org.passerelle.reception.GuestListDocumentsContract;
import org.passerelle.reception.call.HelpCallDocumentsContract;
import org.passerelle.roomagent.store.RoomInvitationsContract;
import org.passerelle.waitlist.WaitlistEntriesContract;
import org.passerelle.webhook.store.WebhookDocumentsContract;

/** The contracts of all stores but that of the bookings, for whoever extends this and gives them a database. */
public abstract class StoreContracts {

    @Nested
    class ErasureRecords extends ErasureRecordsContract {}

    @Nested
    class RetentionRuns extends RetentionRunsContract {}

    @Nested
    class KeptMail extends KeptMailContract {}

    @Nested
    class StoredPersonalData extends StoredPersonalDataContract {}

    @Nested
    class AccessTokens extends AccessTokensContract {}

    @Nested
    class Passkeys extends PasskeysContract {}

    @Nested
    class PasskeyChallenges extends PasskeyChallengesContract {}

    @Nested
    class ActionRecords extends ActionRecordsContract {}

    @Nested
    class Accounts extends AccountsContract {}

    @Nested
    class BackupRuns extends BackupRunsContract {}

    @Nested
    class BrowserSessions extends BrowserSessionsContract {}

    /** As written by one program alone. */
    @Nested
    class ChangeLogOfOne extends ChangeLogContract {

        @Override
        protected StoreAccess access() {
            return StoreAccess.EXCLUSIVE;
        }
    }

    /** As written by several programs at once. */
    @Nested
    class ChangeLogOfMany extends ChangeLogContract {

        @Override
        protected StoreAccess access() {
            return StoreAccess.SHARED;
        }
    }

    @Nested
    class CalendarHomes extends CalendarHomesContract {}

    @Nested
    class ChosenMails extends ChosenMailsContract {}

    @Nested
    class ClaimNumbers extends ClaimNumbersContract {}

    @Nested
    class ClosedDayDocuments extends ClosedDayDocumentsContract {}

    @Nested
    class ClosureDocuments extends ClosureDocumentsContract {}

    @Nested
    class CodecStates extends CodecStatesContract {}

    @Nested
    class Credentials extends CredentialsContract {}

    @Nested
    class Deliveries extends DeliveriesContract {}

    @Nested
    class CopyNotes extends CopyNotesContract {}

    @Nested
    class DeputyRecord extends DeputyRecordContract {}

    @Nested
    class Deputyships extends DeputyshipsContract {}

    @Nested
    class DialInNumbers extends DialInNumbersContract {}

    @Nested
    class RoomPhotos extends RoomPhotosContract {}

    @Nested
    class DirectoryTexts extends DirectoryTextsContract {}

    @Nested
    class FeedDocuments extends FeedDocumentsContract {}

    @Nested
    class GuestArrivalDocuments extends GuestArrivalDocumentsContract {}

    @Nested
    class HelpCallDocuments extends HelpCallDocumentsContract {}

    @Nested
    class GuestListDocuments extends GuestListDocumentsContract {}

    @Nested
    class HeldBackMail extends HeldBackMailContract {}

    @Nested
    class ImportDocuments extends ImportDocumentsContract {}

    @Nested
    class InitialPassword extends InitialPasswordContract {}

    @Nested
    class InboxStore extends InboxStoreContract {}

    @Nested
    class JitsiKeys extends JitsiKeysContract {}

    @Nested
    class LineStates extends LineStatesContract {}

    @Nested
    class LogPosition extends LogPositionContract {}

    @Nested
    class Migrations extends MigrationsContract {}

    @Nested
    class NoShowDocuments extends NoShowDocumentsContract {}

    @Nested
    class Offers extends OffersContract {}

    @Nested
    class OutsiderRequestDocuments extends OutsiderRequestDocumentsContract {}

    @Nested
    class OptOuts extends OptOutsContract {}

    @Nested
    class NoticeRecords extends NoticeRecordsContract {}

    @Nested
    class OwedNotifications extends OwedNotificationsContract {}

    @Nested
    class RememberedNotifications extends RememberedNotificationsContract {}

    @Nested
    class Organisations extends OrganisationsContract {}

    @Nested
    class OwnerSlots extends OwnerSlotsContract {}

    @Nested
    class PendingEnds extends PendingEndsContract {}

    @Nested
    class Preferences extends PreferencesContract {}

    @Nested
    class RemainingAdministrator extends RemainingAdministratorContract {}

    @Nested
    class RoomInvitations extends RoomInvitationsContract {}

    @Nested
    class RoomLinks extends RoomLinksContract {}

    @Nested
    class StoredKeys extends StoredKeyContract {}

    @Nested
    class Tallies extends TalliesContract {}

    @Nested
    class WaitlistEntries extends WaitlistEntriesContract {}

    @Nested
    class WebhookDocuments extends WebhookDocumentsContract {}

    @Nested
    class RequestPlaces extends RequestPlacesContract {}

    @Nested
    class RequestTallies extends RequestTalliesContract {}
}
