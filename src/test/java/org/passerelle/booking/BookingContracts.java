package org.passerelle.booking;

/** All contracts of the bookings but that of caps, which needs a desk of its own: for whoever gives them a database. */
interface BookingContracts
        extends BookingsContract,
                RetryContract,
                SeriesContract,
                ClockChangeContract,
                HandChangeContract,
                FollowingContract,
                CountableContract,
                HoldsContract,
                ApprovalContract,
                RequestTalkContract,
                DeputyContract,
                MoveRequestContract,
                CourseContract,
                AttendanceContract,
                StayingContract,
                ContentionContract,
                SubstitutesContract,
                ReacquireContract,
                VideoLinesContract,
                BlockContract {}
