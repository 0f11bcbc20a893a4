/** Written by `npm run api` from the server's /openapi.json; do not edit. */

export interface paths {
    "/api/sessions/wechat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a wx.login code. */
        post: operations["sessions_sign_in_by_wechat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in as one of the demo's people; only where the WeChat sandbox runs. */
        post: operations["sessions_sign_in_by_demo_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/office": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with login, password and one-time code. */
        post: operations["sessions_sign_in_at_office"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invite an official of one's own divisions. */
        post: operations["sessions_invite_official"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open the invited account. */
        post: operations["sessions_accept_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/desktop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a desktop sign-in by QR. */
        post: operations["sessions_begin_desktop_sign_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/desktop/{sign_in_id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let the desktop with this QR in. */
        post: operations["sessions_confirm_desktop_sign_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/desktop/{sign_in_id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The desktop fetches its session, once confirmed. */
        post: operations["sessions_take_desktop_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, and as what. */
        get: operations["sessions_read_session"];
        put?: never;
        post?: never;
        /** End this session. */
        delete: operations["sessions_sign_out"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/current/membership": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Continue under another of one's roles. */
        put: operations["sessions_act_as"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/current/phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Verify one's phone with a getPhoneNumber code; places named for this phone become claimed. */
        post: operations["sessions_verify_phone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send one small picture as the raw body. It is re-encoded, so place and camera data are gone. */
        post: operations["uploads_upload_picture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/uploads/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Announce a picture that will come in pieces. */
        post: operations["uploads_begin_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/uploads/open/{open_upload_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which pieces are missing. */
        get: operations["uploads_read_progress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/uploads/open/{open_upload_id}/piece": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Send one piece as the raw body, in any order and as often as need be; the last makes the picture. */
        put: operations["uploads_send_piece"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/uploads/{upload_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The picture as JPEG; of an elder's file the reading is logged. */
        get: operations["uploads_read_upload"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The elders in sight, by name; the reading is logged. */
        get: operations["elders_list_elders"];
        put?: never;
        /** Enter an elder in the register. */
        post: operations["elders_register_elder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/{elder_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One elder's file; the reading is logged. */
        get: operations["elders_read_elder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/{elder_id}/ties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Name a supporter or caregiver on the elder's file. */
        post: operations["elders_name_family_member"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/ties/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Claim the places named for one's verified phone. */
        post: operations["elders_claim_own_places"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/ties/{member_id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm that the person who claimed the place is the one meant. */
        post: operations["elders_confirm_family_member"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/must-not-live-alone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Those who live alone though their ability no longer allows it; the reading is logged. */
        get: operations["elders_list_living_alone_against_advice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/{elder_id}/assessments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep an assessment of ability. */
        post: operations["elders_assess_ability"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/{elder_id}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is known of the elder; the reading is logged. */
        get: operations["elders_read_facts"];
        /** Say what is known of the elder; the tier follows. */
        put: operations["elders_change_known_facts"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/{elder_id}/tier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every tier with its reasons; the reading is logged. */
        get: operations["elders_read_tier_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/{elder_id}/tier/override": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let another tier hold, for a reason and a time. */
        post: operations["elders_override_tier"];
        /** End the override today; the facts decide again. */
        delete: operations["elders_lift_tier_override"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/{elder_id}/eligibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last judgement, and the one that admitted the elder; the reading is logged. */
        get: operations["elders_read_eligibility"];
        put?: never;
        /** Judge whether the elder is a left-behind older adult, by the policy in force. */
        post: operations["elders_judge_elder_eligibility"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/{elder_id}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that is found out of the elder; the reading is logged. */
        get: operations["elders_read_findings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand in a spreadsheet as the raw body; it is checked row by row, and nothing is stored yet. */
        post: operations["elders_hand_in_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/imports/{import_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the import has come, and what storing it does to the register. */
        get: operations["elders_read_import"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/imports/{import_id}/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is wrong with the file, row by row, after remarks on the file as a whole. */
        get: operations["elders_list_import_problems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/imports/{import_id}/store": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that the checked file shall be stored: all of it, or nothing. */
        post: operations["elders_store_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register as .xlsx, by class and village; each elder in it is logged as read. */
        get: operations["elders_export_elders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/{elder_id}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The profile, or the history of one part; the reading is logged, of health as such. */
        get: operations["elders_read_profile"];
        put?: never;
        /** Write down one part of the profile; what stood there stays in its history. */
        post: operations["elders_record_profile_part"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/{elder_id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The emergency contacts in their order; the reading is logged. */
        get: operations["elders_read_emergency_contacts"];
        /** Put a list in its order in the place of the emergency contacts. */
        put: operations["elders_replace_emergency_contacts"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/{elder_id}/capacity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All findings about the elder's capacity to decide; the reading is logged. */
        get: operations["elders_read_decision_capacity"];
        put?: never;
        /** Write down whether the elder can decide, and where that is known from. */
        post: operations["elders_record_decision_capacity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/{elder_id}/household": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who lives and lived in the home; the reading is logged. */
        get: operations["elders_read_household"];
        put?: never;
        /** Write down who lives in the home; living alone and minors follow on the elder's facts. */
        post: operations["elders_record_household"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/whereabouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the village has on file of where I am. */
        get: operations["elders_read_own_whereabouts"];
        put?: never;
        /** Say where I am now; the files of all my elders have it. */
        post: operations["elders_tell_own_whereabouts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/whereabouts/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that what is on file is still true. */
        post: operations["elders_confirm_own_whereabouts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/ties/{member_id}/whereabouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything told of where a supporter was; the reading is logged. */
        get: operations["elders_read_whereabouts_history"];
        put?: never;
        /** Write down where a supporter is, as the committee heard. */
        post: operations["elders_tell_whereabouts_for"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/{elder_id}/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When the elder was not at home; the reading is logged. */
        get: operations["elders_list_absences"];
        put?: never;
        /** Write down that the elder is not at home. */
        post: operations["elders_tell_of_absence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/{elder_id}/absences/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down that the elder is at home again. */
        post: operations["elders_end_of_absence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/{elder_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One elder's whole file; the reading is logged once. */
        get: operations["elders_read_whole_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/{elder_id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to the elder, page by page; the reading is logged. */
        get: operations["elders_read_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/{elder_id}/card": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The elder's card as a PDF of one page, the same until something on it changes; the reading is logged. */
        get: operations["elders_print_village_card"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/check/card": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a printed card is genuine and current; nothing about the elder. */
        get: operations["elders_check_village_card"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/families/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How I keep in touch with each of my elders. */
        get: operations["families_list_own_contacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/families/{elder_id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How an elder's supporters keep in touch; the reading is logged. */
        get: operations["families_list_contacts"];
        put?: never;
        /** Say that I was in touch. */
        post: operations["families_declare_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/families/{elder_id}/rhythm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say how often I mean to be in touch. */
        put: operations["families_choose_rhythm"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/families/{elder_id}/talks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The talks with an elder's family; the reading is logged. */
        get: operations["families_list_talks"];
        put?: never;
        /** Write down a talk with one of the children, which does this month's task. */
        post: operations["families_record_talk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/families/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cases under way, the oldest first; the reading is logged. */
        get: operations["families_list_duty_cases"];
        put?: never;
        /** Write down that a supporter does not do the duty. */
        post: operations["families_open_duty_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/families/cases/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many cases are open and how many listed, by village. */
        get: operations["families_count_duty_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/families/cases/own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cases about me, and how to appeal. */
        get: operations["families_list_own_duty_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/families/cases/{case_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One case with all its steps, and what can be done next; the reading is logged. */
        get: operations["families_read_duty_case"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/families/cases/{case_id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lead a case one step on. */
        post: operations["families_take_duty_step"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/families/cases/{case_id}/appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn to the township about an entry on the list. */
        post: operations["families_appeal_duty_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one's county and township offer, for everybody who has a role there. */
        get: operations["services_list_services"];
        put?: never;
        /** Put a service on the list of one's own county or township. */
        post: operations["services_publish_service"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/services/{service_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Let today be the service's last day. */
        delete: operations["services_end_service"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/{elder_id}/service-cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The elder's selection cards with what changed from one to the next; the reading is logged. */
        get: operations["services_read_selection_cards"];
        put?: never;
        /** Keep what the elder chose of the services offered. */
        post: operations["services_fill_selection_card"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/{elder_id}/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pass on what an elder asks for. */
        post: operations["services_raise_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What elders in sight asked for, newest first; each reading is logged. */
        get: operations["services_list_requests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{request_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what comes of it; whoever raised it is told. */
        post: operations["services_answer_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/risk-notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a volunteer must read before applying. */
        get: operations["volunteers_read_risk_notice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The volunteers in sight, applications first. */
        get: operations["volunteers_list_volunteers"];
        put?: never;
        /** Offer to help in a village. */
        post: operations["volunteers_apply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteer_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve an application. */
        post: operations["volunteers_approve_volunteer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteer_id}/train": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that the volunteer passed the training. */
        post: operations["volunteers_record_training"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/pairings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pair a trained volunteer with an elder. */
        post: operations["volunteers_pair_volunteer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/pairings/{pairing_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a pairing; either side may. */
        post: operations["volunteers_end_pairing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was handed in and waits for the committee; the reading is logged. */
        get: operations["agreements_list_waiting_agreements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{agreement_id}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The agreement beside the register: what to ask before filing. The reading is logged. */
        get: operations["agreements_compare_agreement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{agreement_id}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the family or the visitor; the agreement stays on the desk. */
        post: operations["agreements_ask_question"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{agreement_id}/questions/{question_id}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer the committee, once. */
        post: operations["agreements_reply_to_question"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** File several, each for itself: one refused does not stop the others, and a repeat answers with the numbers. */
        post: operations["agreements_file_agreements"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/wishes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down what the elder said when asked. */
        post: operations["agreements_record_wish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The agreements in sight, newest first; the reading is logged. */
        get: operations["agreements_list_agreements"];
        put?: never;
        /** Write the first text. */
        post: operations["agreements_draft_agreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{agreement_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One agreement with its text and acts; the reading is logged. */
        get: operations["agreements_read_agreement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{agreement_id}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change the text; every act on the old one becomes void. */
        put: operations["agreements_rewrite_agreement"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{agreement_id}/hand-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand the complete agreement to the committee. */
        post: operations["agreements_hand_in_agreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{agreement_id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The committee sends it back with a reason. */
        post: operations["agreements_return_agreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{agreement_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 报备: take it in under the village's next record number. */
        post: operations["agreements_file_agreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{agreement_id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sealed PDF; the reading is logged. */
        get: operations["agreements_read_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{agreement_id}/view": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A party has opened the text. */
        post: operations["agreements_view_agreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{agreement_id}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A supporter signs; a child the text does not name joins. */
        post: operations["agreements_sign_agreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{agreement_id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A caregiver takes the duties on. */
        post: operations["agreements_accept_agreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{agreement_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A party will not sign; everybody who has signed is told. */
        post: operations["agreements_decline_agreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{agreement_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The elder's answer to the exact final text, before a witness. */
        post: operations["agreements_record_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{agreement_id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put off the day until which those asked may sign, also once it has passed. */
        post: operations["agreements_extend_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{agreement_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let an unfiled agreement go. */
        post: operations["agreements_withdraw_agreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{agreement_id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** For a while it does not bind. */
        post: operations["agreements_suspend_agreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{agreement_id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It binds again. */
        post: operations["agreements_resume_agreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{agreement_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Either side ends it at any time, the committee when life has. */
        post: operations["agreements_end_agreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{agreement_id}/bundle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything to check the agreement without us, for its parties and the committee; the reading is logged. */
        get: operations["agreements_read_bundle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phone-losses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One's own phone is lost: other sessions end, what was signed since is void or in doubt. */
        post: operations["agreements_report_phone_lost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/ties/{member_id}/phone-lost": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The committee writes it down for one of its village's families. */
        post: operations["agreements_report_member_phone_lost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/ties/{member_id}/bind-anew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The committee has seen who it is: the account may sign again. */
        post: operations["agreements_bind_member_anew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{agreement_id}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The text to be signed by pen, with a code that ties the sheets to it; the reading is logged. */
        get: operations["agreements_print_agreement"];
        put?: never;
        /** Photographs of the signed and stamped sheets join the record. */
        post: operations["agreements_add_paper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{agreement_id}/ink": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The committee has found these parties' ink on the sheets: it counts as their signatures, as strong as paper. */
        post: operations["agreements_record_ink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Check an agreement by its printed number and check code. */
        get: operations["agreements_check_by_number"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/check/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check the PDF itself: a single changed byte anywhere is found. What is none of ours at all is not known. */
        post: operations["agreements_check_by_pdf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/spot-checks/draws": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The draws of places in sight, with their seeds. */
        get: operations["visits_list_spot_draws"];
        put?: never;
        /** Fix the seed of a month's draw, before anybody can know what it draws. */
        post: operations["visits_seed_spot_draw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/spot-checks/draws/{draw_id}/draw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Draw from the seed. */
        post: operations["visits_draw_spot_checks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/spot-checks/draws/{draw_id}/repeat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Draw once more from the record, and compare. */
        get: operations["visits_repeat_spot_draw"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/spot-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was drawn and what came of it; the reading is logged. */
        get: operations["visits_list_spot_checks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/spot-checks/{check_id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down what the elder said of the visit. */
        post: operations["visits_record_spot_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/spot-checks/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a month's checks came to, village by village. */
        get: operations["visits_read_spot_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/quality-questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What to ask about entries, and what came of asking; the reading is logged. */
        get: operations["visits_list_quality_questions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/quality-questions/{question_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down what came of asking. */
        post: operations["visits_answer_quality_question"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The elders to be visited, the overdue first, neighbours together; the reading is logged. */
        get: operations["visits_list_due"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What visitors saw, the newest visit first. */
        get: operations["visits_list_reports"];
        put?: never;
        /** Report a visit. */
        post: operations["visits_submit_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/reports/{report_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One report, with what the visitor wrote. */
        get: operations["visits_read_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a visit asks: the forms of all versions, old reports name theirs. */
        get: operations["visits_list_visit_forms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/needs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The needs that wait for help, the oldest first; of one elder all, with what came of them; logged. */
        get: operations["visits_list_visit_needs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/needs/{need_id}/refer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask somebody to help, or somebody else than before. */
        post: operations["visits_refer_visit_need"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/needs/{need_id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down what came of it. */
        post: operations["visits_end_visit_need"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The changes visitors propose and nobody decided yet; of one elder all; logged. */
        get: operations["visits_list_proposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/proposals/{proposal_id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write the change into the file, or leave the file as it is. */
        post: operations["visits_decide_proposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The elders and who visits each; the reading is logged. */
        get: operations["visits_list_assignments"];
        put?: never;
        /** Let somebody visit the elder from now on; family and elder are told in writing. */
        post: operations["visits_assign_visitor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/visitors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may be assigned, and how much each has to do. */
        get: operations["visits_list_visitors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/assignments/{assignment_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Nobody is the visitor any more. */
        post: operations["visits_end_visitor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/assignments/{assignment_id}/slip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The notice to hand to the elder, with its receipt, as a PDF of one page; the reading is logged. */
        get: operations["visits_print_visitor_slip"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/overdue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The overdue visits, village by village, the longest overdue first; the reading is logged. */
        get: operations["visits_list_overdue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A month of the village: visits done and planned; the reading is logged. */
        get: operations["visits_read_calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/weather": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Everybody in these villages is to be looked after while the weather is bad. */
        post: operations["visits_order_weather_visits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Something happened to the elder: somebody is to go there within hours. */
        post: operations["visits_ask_event_visit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The notices of visitors that elder or family have not received yet; the reading is logged. */
        get: operations["visits_list_visitor_notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/notices/{notice_id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The notice was received, on a day, before a witness. */
        post: operations["visits_hand_over_notice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/notices/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who visits one's elders, and how to reach that person; the reading is logged. */
        get: operations["visits_list_own_notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/notices/{notice_id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The child has read who visits the elder. */
        post: operations["visits_acknowledge_notice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/reports/{report_id}/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Thanks, questions and answers to one report; the reading is logged. */
        get: operations["visits_list_report_replies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/reports/{report_id}/thanks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Thank the visitor; once more the same thanks stand. */
        post: operations["visits_thank_for_visit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/reports/{report_id}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask about a visit. */
        post: operations["visits_ask_about_visit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What children said to the reports in sight, questions without an answer first; the reading is logged. */
        get: operations["visits_list_replies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/replies/{reply_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a child's question. */
        post: operations["visits_answer_question"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/{elder_id}/visit-readers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who of the family has opened the last reports, and when; the reading is logged. */
        get: operations["visits_list_readers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{call_id}/elder-answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down what the elder said: a yes agrees the call, a no calls it off. */
        post: operations["calls_record_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{call_id}/coming": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A child says whether to come. */
        post: operations["calls_say_coming"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{call_id}/drop-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The host cannot come; another is asked at once. */
        post: operations["calls_drop_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calls one is asked to host in place of somebody who cannot; the reading is logged. */
        get: operations["calls_list_offers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{call_id}/step-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Host in place of one who cannot come; the first has it. */
        post: operations["calls_step_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{call_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One who was asked cannot come either. */
        post: operations["calls_decline_call"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{call_id}/wait": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Wait for the room to open, and see who else does; said anew every few seconds. */
        post: operations["calls_wait_for_call"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{call_id}/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the host noticed and taught. */
        post: operations["calls_note_outcome"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{call_id}/phone-minutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It went on by ordinary telephone: still the same call. */
        post: operations["calls_declare_phone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The calls one has hosted, and the time given to them. */
        get: operations["calls_read_hours"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many calls the coming evenings will see, and how many the servers carry. */
        get: operations["calls_read_forecast"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The calls of the elders in sight, newest first; the reading is logged. */
        get: operations["calls_list_calls"];
        put?: never;
        /** Propose times for a family call. */
        post: operations["calls_propose_call"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{call_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One call: who may come, who waits, who came and for how long, and what came of it. */
        get: operations["calls_read_call"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{call_id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Promise to host the call at one of the proposed times. */
        post: operations["calls_take_call"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{call_id}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open the room at the elder's home, the elder having said yes aloud. */
        post: operations["calls_open_call"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{call_id}/ticket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A ticket into the room, at the tap. */
        post: operations["calls_mint_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{call_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the call. */
        post: operations["calls_close_call"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/{call_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call it off before it is opened. */
        post: operations["calls_cancel_call"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/room": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The room by its cookie, after a reload. */
        get: operations["calls_read_room"];
        put?: never;
        /** Exchange a ticket for the room's cookie, which no script reads and which survives reloads. */
        post: operations["calls_enter_room"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A media node tells how a room stands: cumulative, numbered, signed; and hears whether it may go on. */
        post: operations["calls_receive_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboards/family": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 家: a card per elder, with the last visit, the next call and the agreement. */
        get: operations["dashboards_read_family_home"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboards/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 今天: elders in walking order, calls at their times, consents to ask for: calls and consents of those alone whom */
        get: operations["dashboards_read_today"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboards/committee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待办: agreements to file, overdue visits, places to confirm, volunteers to approve. */
        get: operations["dashboards_read_committee_tasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's messages, newest first. */
        get: operations["notifications_list_notifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/{notification_id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A message was opened. */
        post: operations["notifications_read_notification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The templates to ask for, and what is left of each. */
        get: operations["subscriptions_list_subscriptions"];
        put?: never;
        /** What the person answered to WeChat's question. */
        post: operations["subscriptions_report_subscriptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/callbacks/wechat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Prove to WeChat's console that this address is ours. */
        get: operations["callbacks_echo_wechat"];
        put?: never;
        /** Take one push; a repeat is answered and changes nothing. */
        post: operations["callbacks_receive_wechat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/statistics/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures of a month, village by village and summed level by level. */
        get: operations["statistics_read_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/statistics/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many of the register have an agreement in force on a day, and what keeps the others. */
        get: operations["statistics_read_agreement_rates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/statistics/care": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Of those who cannot care for themselves, for how many somebody answers. */
        get: operations["statistics_read_care_rates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/statistics/unattended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Those who cannot care for themselves and nobody answers for; the reading is logged. */
        get: operations["statistics_list_unattended"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/statistics/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who was visited of those owed a visit, and how many were owed none, by reason. */
        get: operations["statistics_read_visit_rates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/statistics/visits/elders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who was not visited, or not owed a visit, in a month, each with the reason; the reading is logged. */
        get: operations["statistics_list_standings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Elders by place, tier and status on any day, village by village and summed level by level. */
        get: operations["register_read_ledger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/ledger/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One place's ledger as .xlsx: those right under it, and their sum. */
        get: operations["register_download_ledger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/left": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who left the register, when, why, where to and who wrote it down; the reading is logged. */
        get: operations["register_list_leavers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/{elder_id}/where-to": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Write down where an elder went who is off the register. */
        put: operations["register_tell_where_to"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/unconfirmed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files to be confirmed by the quarter's end; the reading is logged. */
        get: operations["register_list_unconfirmed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/{elder_id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that the whole file was looked through today and is true. */
        post: operations["register_confirm_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/{elder_id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the elder off the register, with reason and date; nothing is deleted. */
        post: operations["register_leave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/{elder_id}/come-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put an elder who left on the register again, with the same file. */
        post: operations["register_come_back"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/{elder_id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put the elder on another village's register; the file goes along. */
        post: operations["register_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/{elder_id}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the elder is told and asked, and what was said; the reading is logged. */
        get: operations["consents_read_elder_consents"];
        put?: never;
        /** The elder agrees, on being told. */
        post: operations["consents_record_elder_consent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/{elder_id}/consents/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The elder says no, with effect at once. */
        post: operations["consents_record_elder_withdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/{elder_id}/sharing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the elder lets the family see of visits, part by part; the reading is logged. */
        get: operations["consents_read_elder_sharing"];
        put?: never;
        /** The elder says what the family sees of visits, with effect at once. */
        post: operations["consents_set_elder_sharing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I am told and asked, and what I said. */
        get: operations["consents_read_own_consents"];
        put?: never;
        /** I agree. */
        post: operations["consents_agree"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consents/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** I no longer agree, with effect at once. */
        post: operations["consents_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/corrections/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The requests that wait for the committee, the oldest first; the readings are logged. */
        get: operations["corrections_list_open_corrections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/{elder_id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was asked of one file, with the answers: all of it for the committee, else one's own; logged. */
        get: operations["corrections_list_corrections"];
        put?: never;
        /** Say what is wrong in the file. */
        post: operations["corrections_ask_for_correction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/corrections/{correction_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that it is corrected, or why not. */
        post: operations["corrections_answer_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/{elder_id}/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who looked at the file, when, as what and why; the family sees roles and offices, the committee names too. */
        get: operations["dossiers_list_readings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/{elder_id}/year": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last twelve months with the elder: visits, calls, what I did myself; the reading is logged. */
        get: operations["dossiers_read_year"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that is kept of me, as one document (layout cloud-reunion-person/1); logged. */
        get: operations["dossiers_export_own_data"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/{elder_id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The elder's whole file, as one document (layout cloud-reunion-person/1); logged. */
        get: operations["dossiers_export_elder_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/doubles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Files likely to be of one person, two by two side by side; the reading is logged. */
        get: operations["dossiers_list_doubles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/{elder_id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep this file and merge a double of the same person into it. */
        post: operations["dossiers_merge_double"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/{elder_id}/merged": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The other files of the same person: the one kept, or the doubles with their history. */
        get: operations["dossiers_list_merged_files"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/key-help": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Those in danger or hardship, whose families and township were told; the reading is logged. */
        get: operations["elders_list_key_help"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/key-help/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many stand on each village's list: nobody's name. */
        get: operations["elders_count_key_help"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/elders/{elder_id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the family decided; the reading is logged. */
        get: operations["elders_list_decisions"];
        put?: never;
        /** Write down which child stays, as the family decided. */
        post: operations["elders_record_decision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is to be done about whom; the reading is logged. */
        get: operations["tasks_list_tasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many tasks are open and overdue, by place. */
        get: operations["tasks_count_tasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{task_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell what was done about it, which settles it; a task about an incident is there for those alone who see that. */
        post: operations["tasks_answer_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/duty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is on duty in my place and those below it. */
        get: operations["incidents_list_duty_holders"];
        /** Say who answers for a place from now on. */
        put: operations["incidents_name_duty_holder"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The escalation table in force today. */
        get: operations["incidents_read_emergency_plan"];
        put?: never;
        /** Let a table hold from a day on. */
        post: operations["incidents_set_emergency_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The incidents in sight, the latest first; the reading is logged. */
        get: operations["incidents_list_incidents"];
        put?: never;
        /** Say that something is wrong; the office is asked and the family told at once. */
        post: operations["incidents_raise_concern"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many are open and unanswered, by village and kind. */
        get: operations["incidents_count_incidents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/people/{elder_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom a concern about this elder can name, and whom to ring; the reading is logged. */
        get: operations["incidents_list_nameable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{incident_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One incident with its history and what can be done next; the reading is logged. */
        get: operations["incidents_read_incident"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{incident_id}/photo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The picture that came with the concern, as JPEG; who raised it has the own upload. */
        get: operations["incidents_read_incident_photo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{incident_id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lead an incident one step on: take it, handle, hand over, pass up, close, review. */
        post: operations["incidents_take_incident_step"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{incident_id}/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that one has read of it, so that nobody needs to ring. */
        post: operations["incidents_see_incident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/screenings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The screenings one's place takes part in or has opened. */
        get: operations["screenings_list_screenings"];
        put?: never;
        /** Open a screening of all villages of a place. */
        post: operations["screenings_open_screening"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/screenings/{screening_id}/places/{division_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a place has come, village by village and summed level by level. */
        get: operations["screenings_read_coverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/screenings/{screening_id}/places/{division_id}/doors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The village's households and what was found at each. */
        get: operations["screenings_list_doors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/screenings/{screening_id}/doors/{household_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down what was found at a door. */
        post: operations["screenings_tick_door"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/screenings/households": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put households on the village's list. */
        post: operations["screenings_list_households"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/screenings/households/{household_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a household off the list. */
        delete: operations["screenings_remove_household"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What holds in my place today, and what will. */
        get: operations["policies_read_policies"];
        put?: never;
        /** Let values hold in a place of mine from a day on. */
        post: operations["policies_set_place_policies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/divisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own place and all under it. */
        get: operations["divisions_list_divisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/divisions/tree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own place and all under it as of a day, with retired codes and who took over. */
        get: operations["divisions_read_tree"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/divisions/{division_id}/taken-along": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a merger would take along, and from which day it can be: nothing is changed. */
        get: operations["divisions_preview_merger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/divisions/{division_id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let another village answer for this one and for everybody on its register. */
        post: operations["divisions_merge_village"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/divisions/{division_id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a place under which nothing lies, with nobody to take over. */
        post: operations["divisions_retire_division"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/divisions/{division_id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let the village belong to another township. */
        post: operations["divisions_move_division"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * CodeIn
         * @description A code from wx.login or getPhoneNumber.
         */
        CodeIn: {
            code: string;
        };
        /**
         * SignedIn
         * @description The session token; the device keeps the only copy.
         */
        SignedIn: {
            token: string;
        };
        /**
         * DemoKeyIn
         * @description The key of a printed demo link.
         */
        DemoKeyIn: {
            key: string;
        };
        /**
         * OfficeIn
         * @description Password and one-time code.
         */
        OfficeIn: {
            login: string;
            password: string;
            one_time_code: string;
        };
        /**
         * InvitationIn
         * @description Whom to invite, as what, where.
         */
        InvitationIn: {
            name: string;
            role: components["schemas"]["Role"];
            /** Format: uuid */
            division_id: string;
        };
        /**
         * Role
         * @description A membership's role.
         * @enum {unknown}
         */
        Role: "caregiver" | "committee" | "county" | "supporter" | "township" | "volunteer";
        /**
         * Invited
         * @description The path to hand to the invited person; shown once.
         */
        Invited: {
            path: string;
        };
        /**
         * AcceptIn
         * @description The invited person chooses login and password.
         */
        AcceptIn: {
            token: string;
            login: string;
            password: string;
        };
        /**
         * Accepted
         * @description For the one-time-code app; shown once.
         */
        Accepted: {
            totp_uri: string;
        };
        /**
         * DesktopBegun
         * @description `path` goes into the QR; `secret` never leaves the page.
         */
        DesktopBegun: {
            /** Format: uuid */
            id: string;
            secret: string;
            path: string;
        };
        /**
         * Done
         * @description The write is done; there is nothing more to say.
         */
        Done: {
            /** @default true */
            done: boolean;
        };
        /**
         * DesktopTakeIn
         * @description The desktop's own secret.
         */
        DesktopTakeIn: {
            secret: string;
        };
        /**
         * Session
         * @description Who is signed in, as what, and what else they could act as.
         */
        Session: {
            /** Format: uuid */
            account_id: string;
            name: string;
            role: components["schemas"]["Role"] | null;
            membership_id: string | null;
            roles: components["schemas"]["RoleHeld"][];
        };
        /**
         * RoleHeld
         * @description One role the person holds.
         */
        RoleHeld: {
            /** Format: uuid */
            membership_id: string;
            role: components["schemas"]["Role"];
            description: string;
            division_id: string | null;
            division: string | null;
        };
        /**
         * ActAsIn
         * @description The role to continue under.
         */
        ActAsIn: {
            /** Format: uuid */
            membership_id: string;
        };
        /**
         * DigestQuery
         * @description SHA-256 of the body as the phone computed it; older clients do not say.
         */
        DigestQuery: {
            /** @default null */
            sha256: string | null;
        };
        /**
         * PictureKept
         * @description The picture, and the SHA-256 confirmed of what was sent, where the phone had said it.
         */
        PictureKept: {
            /** Format: uuid */
            id: string;
            /** @default null */
            sha256: string | null;
        };
        /**
         * AnnouncedIn
         * @description A picture to come in pieces: bytes in all, bytes of each piece but the last, SHA-256 of the whole.
         */
        AnnouncedIn: {
            size: number;
            piece_size: number;
            sha256: string;
        };
        /**
         * Progress
         * @description What is still to be sent. Once nothing is: the picture, and the SHA-256 confirmed of what the phone sent.
         */
        Progress: {
            /** Format: uuid */
            id: string;
            missing: number[];
            picture_id: string | null;
            sha256: string | null;
        };
        /**
         * PieceQuery
         * @description Which piece the body is, from 0, and the SHA-256 the phone computed of it.
         */
        PieceQuery: {
            number: number;
            sha256: string;
        };
        /**
         * SizeQuery
         * @description The whole picture or its thumbnail.
         */
        SizeQuery: {
            /**
             * @default full
             * @enum {unknown}
             */
            size: "full" | "thumb";
        };
        /**
         * PageQuery
         * @description Which page of a list.
         */
        PageQuery: {
            /** @default null */
            cursor: string | null;
            /** @default 20 */
            limit: number;
        };
        /**
         * Elders
         * @description A page of elders.
         */
        Elders: {
            items: components["schemas"]["Elder"][];
            next_cursor: string | null;
        };
        /**
         * Elder
         * @description An elder as a card shows one.
         */
        Elder: {
            /** Format: uuid */
            id: string;
            name: string;
            gender: components["schemas"]["Gender"];
            age: number;
            /** Format: uuid */
            village_id: string;
            village: string;
            address: string;
            living_alone: boolean;
            ability_level: components["schemas"]["AbilityLevel"];
            tier: components["schemas"]["PriorityTier"];
        };
        /**
         * Gender
         * @enum {unknown}
         */
        Gender: "female" | "male";
        /**
         * AbilityLevel
         * @description GB/T 42195-2022, or not yet assessed.
         * @enum {unknown}
         */
        AbilityLevel: "complete" | "intact" | "mild" | "moderate" | "severe" | "unknown";
        /**
         * PriorityTier
         * @description How closely an elder is looked after (R026-R028).
         * @enum {unknown}
         */
        PriorityTier: "high" | "medium" | "routine" | "unclassified";
        /**
         * ElderIn
         * @description A new elder; the tier follows from what is known.
         */
        ElderIn: {
            /** Format: uuid */
            village_id: string;
            name: string;
            gender: components["schemas"]["Gender"];
            /** Format: date */
            born_on: string;
            address: string;
            living_alone: boolean;
            /** @default null */
            id_number: string | null;
            /** @default null */
            phone: string | null;
            /** @default unknown */
            ability_level: components["schemas"]["AbilityLevel"];
            /** @default unknown */
            mobility: components["schemas"]["Mobility"];
            /** @default unknown */
            disability: components["schemas"]["DisabilityGrade"];
            /** @default null */
            dementia: boolean | null;
            /** @default null */
            seriously_ill: boolean | null;
            /** @default null */
            poor: boolean | null;
            /** @default null */
            minor_at_home: boolean | null;
            /** @default null */
            registered_here: boolean | null;
            /** @default null */
            accepts_services: boolean | null;
        };
        /**
         * Mobility
         * @description What the village sees, before any assessment (R026, R027): for bodily reasons, and for long.
         * @enum {unknown}
         */
        Mobility: "bedridden" | "difficult" | "free" | "unknown";
        /**
         * DisabilityGrade
         * @description Of the disability certificate, one being the gravest; NONE is asked and denied.
         * @enum {unknown}
         */
        DisabilityGrade: "four" | "none" | "one" | "three" | "two" | "unknown";
        /**
         * Made
         * @description The id of what a write made.
         */
        Made: {
            /** Format: uuid */
            id: string;
        };
        /**
         * ElderFile
         * @description The elder with family; `overridden` while the tier is a person's decision.
         */
        ElderFile: {
            elder: components["schemas"]["Elder"];
            family: components["schemas"]["Member"][];
            overridden: boolean;
        };
        /**
         * Member
         * @description A supporter or caregiver.
         */
        Member: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            elder_id: string;
            duty: components["schemas"]["Duty"];
            name: string;
            relation: string;
            city: string | null;
            account_id: string | null;
            claimed_at: string | null;
            confirmed_at: string | null;
        };
        /**
         * Duty
         * @description What the person is to the elder in law.
         * @enum {unknown}
         */
        Duty: "caregiver" | "supporter";
        /**
         * MemberIn
         * @description Whom to name on the elder's file.
         */
        MemberIn: {
            duty: components["schemas"]["Duty"];
            name: string;
            relation: string;
            phone: string;
            /** @default null */
            city: string | null;
        };
        /**
         * Claimed
         * @description How many places were claimed.
         */
        Claimed: {
            claimed: number;
        };
        /**
         * AssessmentIn
         * @description An assessment by GB/T 42195-2022: 26 scores, nought being the worst; in a coma some may be left out.
         */
        AssessmentIn: {
            /** Format: date */
            assessed_on: string;
            scores: {
                [key: string]: number;
            };
            conditions: components["schemas"]["Conditions"];
        };
        /**
         * AbilityItem
         * @description The 26 second-level indicators, in the order of the standard's form.
         * @enum {unknown}
         */
        AbilityItem: "aggression" | "bathing" | "bed_to_chair" | "bowel_control" | "consciousness" | "daily_affairs" | "depression" | "dressing_above" | "dressing_below" | "eating" | "expression" | "grooming" | "hearing" | "knowing_people" | "memory" | "sense_of_place" | "sense_of_time" | "sight" | "social_contact" | "stairs" | "toilet" | "transport" | "turning_in_bed" | "understanding" | "urine_control" | "walking";
        /**
         * Conditions
         * @description What the assessor answers beside the items; every one is asked, so none has a default.
         *
         *         `dementia` is a diagnosis of F00-F03, `mental_disorder` a psychiatrist's of F04-F99; `risk_events` counts falls,
         *         choking, self-harm, going missing and the like within the 30 days before.
         */
        Conditions: {
            coma: boolean;
            dementia: boolean;
            mental_disorder: boolean;
            risk_events: number;
        };
        /**
         * Assessed
         * @description The assessment, the level it found, and the elder's ability and tier after it.
         */
        Assessed: {
            /** Format: uuid */
            id: string;
            level: components["schemas"]["AbilityLevel"];
            ability_level: components["schemas"]["AbilityLevel"];
            tier: components["schemas"]["PriorityTier"];
        };
        /**
         * ElderFacts
         * @description What is known of an elder beside name, birthday and assessments; null and unknown where nobody knows yet.
         *
         *         All are told each time, so that none is forgotten in silence.
         */
        ElderFacts: {
            living_alone: boolean;
            mobility: components["schemas"]["Mobility"];
            disability: components["schemas"]["DisabilityGrade"];
            dementia: boolean | null;
            seriously_ill: boolean | null;
            poor: boolean | null;
            minor_at_home: boolean | null;
            registered_here: boolean | null;
            accepts_services: boolean | null;
        };
        /**
         * TierNow
         * @description The tier that holds.
         */
        TierNow: {
            tier: components["schemas"]["PriorityTier"];
        };
        /**
         * TierHistory
         * @description All tiers, the latest first.
         */
        TierHistory: {
            items: components["schemas"]["TierRow"][];
        };
        /**
         * TierRow
         * @description One tier from `starts_on` until the day before `ends_on`; `override` where it followed one.
         *
         *         `of_double`: held by a file that was merged into this one.
         */
        TierRow: {
            tier: components["schemas"]["PriorityTier"];
            reasons: components["schemas"]["TierReason"][];
            missing: components["schemas"]["MissingFact"][];
            cause: components["schemas"]["TierCause"];
            /** Format: date */
            starts_on: string;
            ends_on: string | null;
            override: components["schemas"]["OverrideRow"] | null;
            of_double: boolean;
        };
        /**
         * TierReason
         * @description What puts an elder into a tier by itself.
         * @enum {unknown}
         */
        TierReason: "ability_complete" | "ability_intact" | "ability_mild" | "ability_moderate" | "ability_severe" | "aged_80" | "bedridden" | "dementia" | "disability_one_or_two" | "healthy" | "moves_with_difficulty";
        /**
         * MissingFact
         * @description What has still to be asked.
         * @enum {unknown}
         */
        MissingFact: "ability_or_mobility" | "birthday" | "dementia" | "disability";
        /**
         * TierCause
         * @description What made the tier be looked at again (R029).
         * @enum {unknown}
         */
        TierCause: "assessed" | "birthday" | "facts_changed" | "override_ended" | "override_set" | "registered";
        /**
         * OverrideRow
         * @description A person's other decision, as the file shows it; `ends_on` is the first day it no longer holds.
         */
        OverrideRow: {
            tier: components["schemas"]["PriorityTier"];
            reason: string;
            set_by: string;
            /** Format: date */
            starts_on: string;
            /** Format: date */
            ends_on: string;
        };
        /**
         * OverrideIn
         * @description Another tier than the facts lead to, until the day before `ends_on`.
         */
        OverrideIn: {
            tier: components["schemas"]["PriorityTier"];
            reason: string;
            /** Format: date */
            ends_on: string;
        };
        /**
         * SituationIn
         * @description What the definition asks beside the file; supporters are null when not asked, empty when there are none.
         */
        SituationIn: {
            lives_in_countryside: boolean | null;
            supporters: components["schemas"]["SupporterIn"][] | null;
        };
        /**
         * SupporterIn
         * @description What counts of one supporter; null where nobody knows yet.
         */
        SupporterIn: {
            whereabouts: components["schemas"]["Whereabouts"] | null;
            since: string | null;
            for_work: boolean | null;
            able: boolean | null;
            /** @default null */
            returned_on: string | null;
            /** @default null */
            for_good: boolean | null;
        };
        /**
         * Whereabouts
         * @description The smallest area that a supporter's dwelling shares with the elder's registered home.
         *
         *         Where a level does not exist (济源 has no city level, 东莞 no county level) the next wider one stands for it.
         * @enum {unknown}
         */
        Whereabouts: "city" | "county" | "elsewhere" | "province" | "township" | "village";
        /**
         * Eligibility
         * @description The verdict of a day, every criterion's answer, and the policy that was asked: kept together (R002).
         */
        Eligibility: {
            verdict: components["schemas"]["Verdict"];
            answers: components["schemas"]["CriterionAnswer"][];
            policy: components["schemas"]["EligibilityPolicy"];
            /** Format: date */
            day: string;
        };
        /**
         * Verdict
         * @description Admitted when all criteria are met, rejected when one is not, open as long as neither is certain.
         * @enum {unknown}
         */
        Verdict: "admitted" | "open" | "rejected";
        /**
         * CriterionAnswer
         * @description One criterion's answer, and why.
         */
        CriterionAnswer: {
            criterion: components["schemas"]["Criterion"];
            answer: components["schemas"]["backend.elders.eligibility.Answer"];
            reason: components["schemas"]["EligibilityReason"];
        };
        /**
         * Criterion
         * @description The parts of the definition (R001).
         * @enum {unknown}
         */
        Criterion: "age" | "countryside" | "no_able_supporter_beside" | "registered" | "supporter_away";
        /**
         * Answer
         * @description How a criterion stands.
         * @enum {unknown}
         */
        "backend.elders.eligibility.Answer": "met" | "not_met" | "unknown";
        /**
         * EligibilityReason
         * @description Why a criterion is answered so. Of several supporters, the one that comes first here speaks for all.
         * @enum {unknown}
         */
        EligibilityReason: "able_beside" | "absence_unknown" | "away_long_enough" | "away_not_for_work" | "away_too_short" | "beside_but_unable" | "beside_unknown" | "birthday_unknown" | "dwelling_unknown" | "has_no_supporter" | "lives_elsewhere" | "lives_in_countryside" | "nobody_beside" | "not_away" | "old_enough" | "registered_elsewhere" | "registered_here" | "registration_unknown" | "returned" | "supporters_not_asked" | "too_young";
        /**
         * EligibilityPolicy
         * @description Who is a left-behind older adult here (R001, R002); the defaults are the main plan's own numbers.
         *
         *         `everyone_away` is for places whose text says that all the children have left, not only some.
         */
        EligibilityPolicy: {
            /** @default county */
            away_from: components["schemas"]["AwayFrom"];
            /** @default 6 */
            months_away: number;
            /** @default 60 */
            minimum_age: number;
            /** @default false */
            everyone_away: boolean;
        };
        /**
         * AwayFrom
         * @description The area a supporter must have left to count as away (R002).
         * @enum {unknown}
         */
        AwayFrom: "city" | "county" | "province";
        /**
         * Admission
         * @description What holds now, and the judgement that admitted the elder last, which is kept when policies change (R002).
         */
        Admission: {
            latest: components["schemas"]["Judgement"] | null;
            admitted: components["schemas"]["Judgement"] | null;
        };
        /**
         * Judgement
         * @description The verdict of a day, every criterion's answer, and the policy asked.
         */
        Judgement: {
            verdict: components["schemas"]["Verdict"];
            /** Format: date */
            judged_on: string;
            answers: components["schemas"]["CriterionAnswer"][];
            policy: components["schemas"]["EligibilityPolicy"];
        };
        /**
         * Findings
         * @description With every tier, and what was told for the last judgement of eligibility.
         */
        Findings: {
            facts: components["schemas"]["ElderFacts"];
            marks: components["schemas"]["Marks"];
            assessments: components["schemas"]["AssessmentRow"][];
            eligibility: components["schemas"]["Admission"];
            stays: components["schemas"]["StayRow"][];
            tiers: components["schemas"]["TierRow"][];
            situation: components["schemas"]["Situation"] | null;
        };
        /**
         * Marks
         * @description Today's marks in their order: raised, and those nobody can answer yet; `at_most` once all is known.
         */
        Marks: {
            raised: components["schemas"]["Flag"][];
            open: components["schemas"]["Flag"][];
            risk: components["schemas"]["RiskLevel"];
            points: number;
            at_most: number;
            high_from: number;
        };
        /**
         * Flag
         * @description The documents' own marks, in the order they are shown.
         * @enum {unknown}
         */
        Flag: "a_child_should_stay" | "ability_lost" | "disabled" | "lives_alone" | "must_not_live_alone" | "poor" | "raises_a_minor" | "very_old";
        /**
         * RiskLevel
         * @description High opens a task with a deadline; open means that what is not known decides.
         * @enum {unknown}
         */
        RiskLevel: "high" | "low" | "medium" | "open";
        /**
         * AssessmentRow
         * @description The day of an assessment by GB/T 42195-2022, the level it found, and who wrote it down.
         */
        AssessmentRow: {
            /** Format: date */
            assessed_on: string;
            level: components["schemas"]["AbilityLevel"];
            recorded_by: string;
        };
        /**
         * StayRow
         * @description On a village's register from `starts_on` until the day before `ends_on`, and why.
         */
        StayRow: {
            village: string;
            /** Format: date */
            starts_on: string;
            ends_on: string | null;
            entered: components["schemas"]["EntryReason"];
            left: components["schemas"]["LeaveReason"] | null;
        };
        /**
         * EntryReason
         * @description Why an elder came onto a village's register (R018).
         * @enum {unknown}
         */
        EntryReason: "came_back" | "found" | "imported" | "merged" | "moved_in";
        /**
         * LeaveReason
         * @description Why an elder left a village's register (R018).
         * @enum {unknown}
         */
        LeaveReason: "child_returned" | "died" | "double" | "institution" | "merged" | "mistake" | "moved_away" | "moved_within";
        /**
         * Situation
         * @description What the definition asks beside the file's own columns; None where nobody knows yet.
         */
        Situation: {
            lives_in_countryside: boolean | null;
            supporters: components["schemas"]["Supporter"][] | null;
        };
        /**
         * Supporter
         * @description What counts of one supporter (R003); None where nobody knows yet.
         *
         *         `whereabouts` is where the supporter lives on the day asked about, `since` since when, visits home left aside.
         *         `returned_on` is the day of coming home again: `for_good`, or for a time, which ends the absence only once it is as
         *         long as an absence must be.
         */
        Supporter: {
            whereabouts: components["schemas"]["Whereabouts"] | null;
            since: string | null;
            for_work: boolean | null;
            able: boolean | null;
            /** @default null */
            returned_on: string | null;
            /** @default null */
            for_good: boolean | null;
        };
        /**
         * ImportQuery
         * @description For the villages of which place.
         */
        ImportQuery: {
            /** Format: uuid */
            division_id: string;
        };
        /**
         * Import
         * @description How far an import has come; `refusal` is why the file as a whole cannot be taken.
         */
        Import: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            division_id: string;
            state: components["schemas"]["ImportState"];
            rows_read: number;
            rows_at_most: number;
            problems: number;
            added: number;
            changed: number;
            unchanged: number;
            refusal: string | null;
            asked_at: string;
            finished_at: string | null;
        };
        /**
         * ImportState
         * @description How far an import has come: checked, it waits for a person to say "store it".
         * @enum {unknown}
         */
        ImportState: "checked" | "checking" | "refused" | "stored" | "storing";
        /**
         * ImportProblems
         * @description A page of problems; `more` are counted but not listed.
         */
        ImportProblems: {
            items: components["schemas"]["ImportProblem"][];
            next_cursor: string | null;
            more: number;
        };
        /**
         * ImportProblem
         * @description Why a row cannot be taken; without a row, a remark on the file that is not in the way.
         */
        ImportProblem: {
            row: number | null;
            column: string;
            sentence: string;
        };
        /**
         * ExportQuery
         * @description Which elders, in which form.
         */
        ExportQuery: {
            /** @default register */
            form: components["schemas"]["ExportForm"];
            /** @default null */
            tier: components["schemas"]["PriorityTier"] | null;
            /** @default null */
            village_id: string | null;
        };
        /**
         * ExportForm
         * @description Our own columns, the provincial layout, or what each elder lacks for that layout.
         * @enum {unknown}
         */
        ExportForm: "lacking" | "provincial" | "register";
        /**
         * PartIn
         * @description What was seen or told of one part, on which day.
         */
        PartIn: {
            part: components["schemas"]["Part"];
            text: string;
            /** Format: date */
            observed_on: string;
        };
        /**
         * Part
         * @description The seven parts of a profile (R013), then the base facts that are none of them (R014).
         *
         *         R014's family structure is told under FAMILY, its health under HEALTH, as counties' own forms have it.
         * @enum {unknown}
         */
        Part: "care" | "difficulties" | "dwelling" | "family" | "guardian" | "health" | "hygiene" | "income" | "mind" | "needs" | "remark" | "safety";
        /**
         * PartQuery
         * @description `part`: every entry of this one, the one that holds first; else what holds of each. `health` opens health and
         *         mind as well, and is logged so.
         */
        PartQuery: {
            /** @default null */
            part: components["schemas"]["Part"] | null;
            /** @default false */
            health: boolean;
        };
        /**
         * Profile
         * @description What holds of each part; `text` is null where health or mind was not asked for.
         */
        Profile: {
            items: components["schemas"]["PartRow"][];
        };
        /**
         * PartRow
         * @description One entry. `text` is null where the part is sensitive and was not asked for, or may not be shown.
         */
        PartRow: {
            /** Format: uuid */
            id: string;
            part: components["schemas"]["Part"];
            text: string | null;
            /** Format: date */
            observed_on: string;
            recorded_by: string;
            recorded_at: string;
        };
        /**
         * ContactsIn
         * @description The whole list, the first to be rung first, and the ids of the list it takes the place of.
         */
        ContactsIn: {
            contacts: components["schemas"]["ContactIn"][];
            seen: string[];
        };
        /**
         * ContactIn
         * @description Whom to ring.
         */
        ContactIn: {
            name: string;
            relation: string;
            phone: string;
        };
        /**
         * Contacts
         * @description Emergency contacts in their order.
         */
        Contacts: {
            items: components["schemas"]["ContactRow"][];
        };
        /**
         * ContactRow
         * @description Whom to ring, and who wrote the list down when.
         */
        ContactRow: {
            /** Format: uuid */
            id: string;
            name: string;
            relation: string;
            phone: string;
            recorded_by: string;
            recorded_at: string;
        };
        /**
         * CapacityIn
         * @description Whether the elder can decide, who found so and from what; both null where it is unknown.
         */
        CapacityIn: {
            capacity: components["schemas"]["DecisionCapacity"];
            source: components["schemas"]["CapacitySource"] | null;
            found_by: string | null;
            /** Format: date */
            found_on: string;
        };
        /**
         * DecisionCapacity
         * @description Whether the elder can decide for himself or herself.
         * @enum {unknown}
         */
        DecisionCapacity: "capable" | "limited" | "none" | "unknown";
        /**
         * CapacitySource
         * @description Where it is known from. Only a court finds a capacity for civil acts limited or none (民法典 art. 24).
         * @enum {unknown}
         */
        CapacitySource: "court" | "family" | "medical" | "village";
        /**
         * Capacities
         * @description All findings, the one that holds first.
         */
        Capacities: {
            items: components["schemas"]["CapacityRow"][];
        };
        /**
         * CapacityRow
         * @description A finding about the elder's capacity to decide.
         */
        CapacityRow: {
            capacity: components["schemas"]["DecisionCapacity"];
            source: components["schemas"]["CapacitySource"] | null;
            found_by: string | null;
            /** Format: date */
            found_on: string;
            recorded_by: string;
            recorded_at: string;
        };
        /**
         * HouseholdFindingIn
         * @description Who lives in the home; `people` counts the elder too, `minors` are under 16.
         */
        HouseholdFindingIn: {
            people: number;
            spouse: boolean | null;
            minors: number;
            /** Format: date */
            observed_on: string;
        };
        /**
         * Households
         * @description All entries, the one that holds first.
         */
        Households: {
            items: components["schemas"]["HouseholdRow"][];
        };
        /**
         * HouseholdRow
         * @description Who lived in the home on a day; `people` counts the elder too.
         */
        HouseholdRow: {
            people: number;
            spouse: boolean | null;
            minors: number;
            /** Format: date */
            observed_on: string;
            recorded_by: string;
            recorded_at: string;
        };
        /**
         * OwnWhereabouts
         * @description Where I am, beside each elder, and the provinces there are to choose from.
         */
        OwnWhereabouts: {
            items: components["schemas"]["OwnPlace"][];
            provinces: string[];
        };
        /**
         * OwnPlace
         * @description What one elder's file says of where I am; all null as long as nobody told anything.
         *
         *         Without a province it is what the township's list says, not yet a place to be confirmed.
         */
        OwnPlace: {
            /** Format: uuid */
            member_id: string;
            /** Format: uuid */
            elder_id: string;
            elder: string;
            home_province: string | null;
            known_on: string | null;
            province: string | null;
            city: string | null;
            area: components["schemas"]["Whereabouts"] | null;
            since: string | null;
            for_work: boolean | null;
            employer: string | null;
            told_at: string | null;
        };
        /**
         * PlaceIn
         * @description Where one lives and works, to the city; `area`, how near home, may be null in another province.
         */
        PlaceIn: {
            province: string;
            city: string;
            /** Format: date */
            since: string;
            /** @default null */
            area: components["schemas"]["Whereabouts"] | null;
            /** @default null */
            for_work: boolean | null;
            /** @default null */
            employer: string | null;
        };
        /**
         * ToldFor
         * @description For how many elders it was written down.
         */
        ToldFor: {
            elders: number;
        };
        /**
         * PlaceOfIn
         * @description Where a supporter is, as the committee heard; `able` to support: null leaves what was known.
         */
        PlaceOfIn: {
            province: string;
            city: string;
            /** Format: date */
            since: string;
            /** @default null */
            area: components["schemas"]["Whereabouts"] | null;
            /** @default null */
            for_work: boolean | null;
            /** @default null */
            employer: string | null;
            /** @default null */
            able: boolean | null;
        };
        /**
         * WhereaboutsHistory
         * @description Everything told of one supporter, the last first, and what there is to choose from for the next.
         */
        WhereaboutsHistory: {
            items: components["schemas"]["backend.families.queries.ToldRow"][];
            home_province: string | null;
            provinces: string[];
        };
        /**
         * ToldRow
         * @description Where a supporter told to be, and who wrote it down when; null what a spreadsheet did not tell.
         */
        "backend.families.queries.ToldRow": {
            province: string | null;
            city: string | null;
            area: string | null;
            since: string | null;
            for_work: boolean | null;
            told_by: string;
            told_at: string;
        };
        /**
         * Absences
         * @description The latest first.
         */
        Absences: {
            items: components["schemas"]["AbsenceRow"][];
        };
        /**
         * AbsenceRow
         * @description One absence; `ends_on` is the first day at home again, null while it lasts.
         */
        AbsenceRow: {
            /** Format: uuid */
            id: string;
            reason: components["schemas"]["AbsenceReason"];
            /** Format: date */
            starts_on: string;
            ends_on: string | null;
            recorded_by: string;
            recorded_at: string;
        };
        /**
         * AbsenceReason
         * @description Why an elder on the register is not at home for a while (R057).
         * @enum {unknown}
         */
        AbsenceReason: "away" | "hospital" | "with_child";
        /**
         * AbsenceIn
         * @description Since when, and until when if it is over: `ends_on` is the first day at home again.
         */
        AbsenceIn: {
            reason: components["schemas"]["AbsenceReason"];
            /** Format: date */
            starts_on: string;
            /** @default null */
            ends_on: string | null;
        };
        /**
         * AbsenceEndIn
         * @description The first day at home again.
         */
        AbsenceEndIn: {
            /** Format: date */
            ends_on: string;
        };
        /**
         * FileQuery
         * @description `health` opens health and mind as well, and is logged so.
         */
        FileQuery: {
            /** @default false */
            health: boolean;
        };
        /**
         * WholeFile
         * @description Everything a screen of the file shows. `capacity`, `household` and `card` are what holds now.
         *
         *         `requests` and `corrections` with the latest first, of corrections all for the committee, else one's own. `found` is
         *         for the committee. `merged` names the other files of the same person.
         */
        WholeFile: {
            elder: components["schemas"]["Elder"];
            profile: components["schemas"]["PartRow"][];
            contacts: components["schemas"]["ContactRow"][];
            capacity: components["schemas"]["CapacityRow"] | null;
            household: components["schemas"]["HouseholdRow"] | null;
            family: components["schemas"]["SupporterRow"][];
            tiers: components["schemas"]["TierRow"][];
            found: components["schemas"]["Found"] | null;
            agreements: components["schemas"]["Paper"][];
            card: components["schemas"]["CardRow"] | null;
            requests: components["schemas"]["RequestRow"][];
            corrections: components["schemas"]["CorrectionRow"][];
            merged: components["schemas"]["MergedFile"][];
            timeline: components["schemas"]["Timeline"];
        };
        /**
         * SupporterRow
         * @description One of the family on an elder's file, with the last whereabouts; `phone` for those who administer the file.
         */
        SupporterRow: {
            /** Format: uuid */
            id: string;
            duty: string;
            name: string;
            relation: string;
            phone: string | null;
            able: boolean | null;
            account_id: string | null;
            claimed_at: string | null;
            confirmed_at: string | null;
            known_on: string | null;
            province: string | null;
            city: string | null;
            area: string | null;
            since: string | null;
            for_work: boolean | null;
            employer: string | null;
            told_by: string | null;
            told_at: string | null;
        };
        /**
         * Found
         * @description What is known, where it led, and where the elder stood; each history with the latest first.
         */
        Found: {
            facts: components["schemas"]["ElderFacts"];
            marks: components["schemas"]["Marks"];
            assessments: components["schemas"]["AssessmentRow"][];
            eligibility: components["schemas"]["Admission"];
            stays: components["schemas"]["StayRow"][];
        };
        /**
         * Paper
         * @description An agreement of the elder's.
         */
        Paper: {
            /** Format: uuid */
            id: string;
            number: string | null;
            state: components["schemas"]["AgreementState"];
        };
        /**
         * AgreementState
         * @enum {unknown}
         */
        AgreementState: "consented" | "declined" | "draft" | "elder_declined" | "ended" | "filed" | "handed_in" | "returned" | "signed" | "superseded" | "suspended" | "withdrawn";
        /**
         * CardRow
         * @description One filling of the selection card, and what it says otherwise than the one before (R118).
         */
        CardRow: {
            /** Format: uuid */
            id: string;
            /** Format: date */
            filled_on: string;
            filled_by: string;
            expressed: components["schemas"]["backend.services.rules.Expressed"];
            recorded_by: string;
            recorded_at: string;
            choices: components["schemas"]["ChoiceRow"][];
            changes: components["schemas"]["Change"][];
        };
        /**
         * Expressed
         * @description How the elder said it.
         * @enum {unknown}
         */
        "backend.services.rules.Expressed": "gesture" | "spoken" | "through_family" | "written";
        /**
         * ChoiceRow
         * @description What the elder said to one service.
         */
        ChoiceRow: {
            /** Format: uuid */
            service_id: string;
            name: string;
            accepts: boolean;
        };
        /**
         * Change
         * @description A service answered otherwise than on the card before; `before` is None where it was not asked about.
         */
        Change: {
            /** Format: uuid */
            service_id: string;
            before: boolean | null;
            after: boolean | null;
        };
        /**
         * RequestRow
         * @description What an elder asked for, and the answer.
         */
        RequestRow: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            elder_id: string;
            elder: string;
            words: string;
            state: components["schemas"]["RequestState"];
            raised_by: string;
            raised_at: string;
            answer: string | null;
            answered_by: string | null;
            answered_at: string | null;
        };
        /**
         * RequestState
         * @description Whether somebody has answered.
         * @enum {unknown}
         */
        RequestState: "answered" | "open";
        /**
         * CorrectionRow
         * @description One request with its answer; `due_on` is the last day to answer.
         */
        CorrectionRow: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            elder_id: string;
            elder: string;
            part: components["schemas"]["FilePart"];
            words: string;
            asker: string;
            asked_at: string;
            /** Format: date */
            due_on: string;
            state: components["schemas"]["CorrectionState"];
            answer: string | null;
            answerer: string | null;
            answered_at: string | null;
        };
        /**
         * FilePart
         * @description Which part of the file is said to be wrong.
         * @enum {unknown}
         */
        FilePart: "contact" | "family" | "health" | "identity" | "other" | "tier" | "visits";
        /**
         * CorrectionState
         * @description Open until the committee has corrected, or said why not.
         * @enum {unknown}
         */
        CorrectionState: "corrected" | "open" | "refused";
        /**
         * MergedFile
         * @description A file of the same person: the one kept, or a double.
         */
        MergedFile: {
            /** Format: uuid */
            elder_id: string;
            village: string;
            merged_at: string;
            kept: boolean;
        };
        /**
         * Timeline
         * @description A page of dated lines, the newest first.
         */
        Timeline: {
            items: components["schemas"]["TimelineRow"][];
            next_cursor: string | null;
        };
        /**
         * TimelineRow
         * @description One dated line; `id` is the visit report's, the agreement's and so on, `where` a village, `who` a visitor.
         *
         *         `opens`: what `id` names may be opened by whoever reads; not so where it stays with a village's file merged away.
         */
        TimelineRow: {
            /** Format: date */
            on: string;
            line: components["schemas"]["Line"];
            /** Format: uuid */
            id: string;
            what: string | null;
            where: string | null;
            who: string | null;
            opens: boolean;
        };
        /**
         * Line
         * @description What a line of the timeline tells. `what` is an EntryReason, LeaveReason, PriorityTier, AbilityLevel, VisitMode,
         *         for an agreement its number, and where two files were joined `kept` or `double`, whichever the other one is.
         * @enum {unknown}
         */
        Line: "agreement_drafted" | "agreement_filed" | "assessment" | "entered" | "joined" | "left" | "tier" | "visit";
        /**
         * CardCheckQuery
         * @description The printed number and check code.
         */
        CardCheckQuery: {
            number: string;
            code: string;
        };
        /**
         * CheckedCard
         * @description The card is genuine; `current`: the last one made, and all it says still true.
         */
        CheckedCard: {
            current: boolean;
        };
        /**
         * ContactLogs
         * @description How supporters keep in touch, one log for each supporter and elder.
         */
        ContactLogs: {
            items: components["schemas"]["KeepingTouch"][];
        };
        /**
         * KeepingTouch
         * @description How one supporter keeps in touch with one elder: every `every_days`, `chosen` or the usual; the latest contacts.
         *
         *         `last_on` is the day of the last one, measured or declared. Whoever has not come yet has no log.
         */
        KeepingTouch: {
            /** Format: uuid */
            member_id: string;
            /** Format: uuid */
            elder_id: string;
            elder: string;
            supporter: string;
            relation: string;
            usual_days: number;
            longest_days: number;
            chosen_days: number | null;
            every_days: number;
            last_on: string | null;
            due: boolean;
            contacts: components["schemas"]["ContactEntry"][];
        };
        /**
         * ContactEntry
         * @description One contact. `seconds`: of talk, 0 where nobody said; `measured`: by the room, not by the child's word.
         */
        ContactEntry: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["ContactKind"];
            at: string;
            seconds: number;
            measured: boolean;
        };
        /**
         * ContactKind
         * @description How they were in touch: a family call is measured by the room, the others the child declares.
         * @enum {unknown}
         */
        ContactKind: "family_call" | "message" | "phone" | "video" | "visit";
        /**
         * DeclaredContactIn
         * @description Having been in touch on a day; `minutes` where one remembers.
         */
        DeclaredContactIn: {
            kind: components["schemas"]["ContactKind"];
            /** Format: date */
            day: string;
            /** @default null */
            minutes: number | null;
        };
        /**
         * ContactDeclared
         * @description Whether it is new: the same of one day counts once.
         */
        ContactDeclared: {
            new: boolean;
        };
        /**
         * RhythmIn
         * @description Every how many days; null: as usual in the village.
         */
        RhythmIn: {
            days: number | null;
        };
        /**
         * TalkIn
         * @description A talk with one of the children, and what was told.
         */
        TalkIn: {
            /** Format: uuid */
            member_id: string;
            way: components["schemas"]["TalkWay"];
            told: string;
            /** Format: date */
            day: string;
        };
        /**
         * TalkWay
         * @description How the committee reached the child (R045: telephone, message, network).
         * @enum {unknown}
         */
        TalkWay: "in_person" | "message" | "phone" | "video";
        /**
         * FamilyTalks
         * @description The talks with one elder's family, the latest first.
         */
        FamilyTalks: {
            items: components["schemas"]["TalkRow"][];
        };
        /**
         * TalkRow
         * @description A talk as written down.
         */
        TalkRow: {
            /** Format: uuid */
            id: string;
            member: string;
            relation: string;
            way: components["schemas"]["TalkWay"];
            told: string;
            /** Format: date */
            talked_on: string;
            recorded_by: string;
        };
        /**
         * DutyCasesQuery
         * @description Which page of the open cases; of one elder those that are over too.
         */
        DutyCasesQuery: {
            /** @default null */
            elder_id: string | null;
            /** @default null */
            cursor: string | null;
            /** @default 20 */
            limit: number;
        };
        /**
         * DutyCases
         * @description A page of them, the oldest first.
         */
        DutyCases: {
            items: components["schemas"]["DutyCaseRow"][];
            next_cursor: string | null;
        };
        /**
         * DutyCaseRow
         * @description A case as a list shows one. `invited`: how often the supporter was told of a hearing.
         */
        DutyCaseRow: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            elder_id: string;
            elder: string;
            village: string;
            /** Format: uuid */
            member_id: string;
            member: string;
            relation: string;
            ground: components["schemas"]["Ground"];
            state: components["schemas"]["CaseState"];
            opened_at: string;
            warned_on: string | null;
            hearing_on: string | null;
            listed_until: string | null;
            closed_at: string | null;
            invited: number;
        };
        /**
         * Ground
         * @description What the supporter is said not to do, or to do.
         * @enum {unknown}
         */
        Ground: "abandonment" | "abuse" | "no_care" | "no_contact" | "no_money" | "property";
        /**
         * CaseState
         * @description Where a case stands. `UPHELD`: listed, and the appeal was turned down.
         * @enum {unknown}
         */
        CaseState: "appealed" | "closed" | "corrected" | "expired" | "heard" | "lifted" | "listed" | "no_breach" | "opened" | "passed_on" | "upheld" | "warned";
        /**
         * DutyPlaces
         * @description Open cases by village.
         */
        DutyPlaces: {
            items: components["schemas"]["DutyCaseCounts"][];
        };
        /**
         * DutyCaseCounts
         * @description How many cases of one village are open, and how many of them on the list today.
         */
        DutyCaseCounts: {
            /** Format: uuid */
            division_id: string;
            code: string;
            division: string;
            open: number;
            listed: number;
        };
        /**
         * OwnDutyCases
         * @description The cases about whoever asks.
         */
        OwnDutyCases: {
            items: components["schemas"]["OwnDutyCase"][];
        };
        /**
         * OwnDutyCase
         * @description A case as the supporter it is about sees it, once warned. `decision`: the reasons of committee, then township.
         */
        OwnDutyCase: {
            /** Format: uuid */
            id: string;
            elder: string;
            village: string;
            township: string | null;
            ground: components["schemas"]["Ground"];
            state: components["schemas"]["CaseState"];
            /** Format: date */
            warned_on: string;
            hearing_on: string | null;
            listed_until: string | null;
            decision: string[];
            may_appeal: boolean;
        };
        /**
         * DutyCaseIn
         * @description What a supporter is said not to do.
         */
        DutyCaseIn: {
            /** Format: uuid */
            member_id: string;
            ground: components["schemas"]["Ground"];
            words: string;
        };
        /**
         * DutyCaseFile
         * @description One case with all its steps in order, and what the asker can do next.
         */
        DutyCaseFile: {
            case: components["schemas"]["DutyCaseRow"];
            steps: components["schemas"]["DutyStepRow"][];
            possible: components["schemas"]["CaseStep"][];
        };
        /**
         * DutyStepRow
         * @description A step as it was written down; `taken_by` is null for the platform.
         */
        DutyStepRow: {
            step: components["schemas"]["CaseStep"];
            /** Format: date */
            on: string;
            at: string | null;
            means: components["schemas"]["ToldBy"] | null;
            hearing_on: string | null;
            until: string | null;
            words: string | null;
            station: string | null;
            taken_by: string | null;
            taken_at: string;
        };
        /**
         * CaseStep
         * @description What can happen in a case.
         * @enum {unknown}
         */
        CaseStep: "appeal" | "close" | "correct" | "expire" | "find_no_breach" | "hear" | "invite" | "lapse" | "lift" | "list" | "not_come" | "open" | "pass_on" | "police" | "uphold" | "warn";
        /**
         * ToldBy
         * @description How the supporter was told.
         * @enum {unknown}
         */
        ToldBy: "in_person" | "letter" | "message" | "phone";
        /**
         * DutyStepIn
         * @description One step, with what belongs to it; `at`, `station` and a receipt's words are of the police.
         */
        DutyStepIn: {
            step: components["schemas"]["CaseStep"];
            /** Format: date */
            on: string;
            /** @default null */
            words: string | null;
            /** @default null */
            means: components["schemas"]["ToldBy"] | null;
            /** @default null */
            hearing_on: string | null;
            /** @default null */
            until: string | null;
            /** @default null */
            station: string | null;
            /** @default null */
            at: string | null;
        };
        /**
         * DutyCaseStands
         * @description Where the case stands now.
         */
        DutyCaseStands: {
            state: components["schemas"]["CaseState"];
        };
        /**
         * AppealIn
         * @description Why one does not agree.
         */
        AppealIn: {
            words: string;
        };
        /**
         * Services
         * @description What is offered.
         */
        Services: {
            items: components["schemas"]["ServiceRow"][];
        };
        /**
         * ServiceRow
         * @description Something a county or township offers, from `starts_on` to `ends_on`, both included.
         */
        ServiceRow: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            division_id: string;
            place: string;
            name: string;
            how: string;
            provider: string;
            /** Format: date */
            starts_on: string;
            ends_on: string | null;
        };
        /**
         * ServiceIn
         * @description What one's own county or township `division_id` offers, how to get it and from whom; both days included.
         */
        ServiceIn: {
            /** Format: uuid */
            division_id: string;
            name: string;
            how: string;
            provider: string;
            /** Format: date */
            starts_on: string;
            /** @default null */
            ends_on: string | null;
        };
        /**
         * SelectionCardIn
         * @description The filled card: on which day, by whose hand, and how the elder said it.
         */
        SelectionCardIn: {
            choices: components["schemas"]["ChoiceIn"][];
            /** Format: date */
            filled_on: string;
            filled_by: string;
            expressed: components["schemas"]["backend.services.rules.Expressed"];
        };
        /**
         * ChoiceIn
         * @description What the elder said to one service.
         */
        ChoiceIn: {
            /** Format: uuid */
            service_id: string;
            accepts: boolean;
        };
        /**
         * SelectionCards
         * @description All cards, the one that holds first.
         */
        SelectionCards: {
            items: components["schemas"]["CardRow"][];
        };
        /**
         * RequestIn
         * @description What the elder asks for, in the elder's own words.
         */
        RequestIn: {
            words: string;
        };
        /**
         * RequestsQuery
         * @description Whose requests, in which state; all in sight without.
         */
        RequestsQuery: {
            /** @default null */
            cursor: string | null;
            /** @default 20 */
            limit: number;
            /** @default null */
            state: components["schemas"]["RequestState"] | null;
            /** @default null */
            elder_id: string | null;
        };
        /**
         * Requests
         * @description A page of requests, newest first.
         */
        Requests: {
            items: components["schemas"]["RequestRow"][];
            next_cursor: string | null;
        };
        /**
         * RequestAnswerIn
         * @description What comes of it.
         */
        RequestAnswerIn: {
            answer: string;
        };
        /**
         * RiskNotice
         * @description What a volunteer reads before applying.
         */
        RiskNotice: {
            version: string;
            text: string;
        };
        /**
         * ApplicationIn
         * @description An offer to help.
         */
        ApplicationIn: {
            /** Format: uuid */
            village_id: string;
            name: string;
            risk_notice: string;
        };
        /**
         * Volunteers
         * @description Those of the divisions in sight.
         */
        Volunteers: {
            items: components["schemas"]["Volunteer"][];
        };
        /**
         * Volunteer
         * @description One volunteer.
         */
        Volunteer: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            account_id: string;
            name: string;
            /** Format: uuid */
            village_id: string;
            village: string;
            state: components["schemas"]["VolunteerState"];
            applied_at: string;
            elders: number;
        };
        /**
         * VolunteerState
         * @enum {unknown}
         */
        VolunteerState: "applied" | "approved" | "ended" | "trained";
        /**
         * PairingIn
         * @description Who visits whom.
         */
        PairingIn: {
            /** Format: uuid */
            volunteer_id: string;
            /** Format: uuid */
            elder_id: string;
        };
        /**
         * AgreementsWaiting
         * @description A page, the longest waiting first.
         */
        AgreementsWaiting: {
            items: components["schemas"]["AgreementWaiting"][];
            next_cursor: string | null;
        };
        /**
         * AgreementWaiting
         * @description One agreement on the desk: for how many days, and what is odd about it, the gravest first.
         */
        AgreementWaiting: {
            agreement: components["schemas"]["Agreement"];
            days: number;
            findings: components["schemas"]["Oddity"][];
        };
        /**
         * Agreement
         * @description An agreement as a list shows one. `waits_for` is the step this viewer should take, if any.
         *
         *         `phase` is where the calendar has brought a filed one; `reason` and `until` tell of a suspension or an end.
         */
        Agreement: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            elder_id: string;
            elder: string;
            village: string;
            kind: components["schemas"]["AgreementKind"];
            state: components["schemas"]["AgreementState"];
            phase: components["schemas"]["Phase"] | null;
            reason: components["schemas"]["Reason"] | null;
            until: string | null;
            supporter: string;
            caregiver: string | null;
            /** Format: date */
            starts_on: string;
            /** Format: date */
            ends_on: string;
            respond_by: string | null;
            ask_again_on: string | null;
            renews_id: string | null;
            drafted_at: string;
            handed_in_at: string | null;
            filed_at: string | null;
            number: string | null;
            sealed_at: string | null;
            in_force: boolean;
            waits_for: components["schemas"]["Step"] | null;
        };
        /**
         * AgreementKind
         * @description What is agreed: a child entrusts the care to somebody (R038), or children share the support (R042).
         * @enum {unknown}
         */
        AgreementKind: "care" | "support";
        /**
         * Phase
         * @description Where the calendar has brought a filed agreement.
         * @enum {unknown}
         */
        Phase: "in_force" | "over" | "renewal_due" | "waiting";
        /**
         * Reason
         * @description Why an agreement is suspended or has ended (民法典 art. 933-934; R038).
         * @enum {unknown}
         */
        Reason: "capacity" | "caregiver" | "caregiver_gone" | "caregiver_ill" | "child_home" | "child_home_a_while" | "died" | "elder" | "hospital" | "left_register" | "moved" | "newer_agreement" | "supporter" | "term";
        /**
         * Step
         * @description What can be done to an agreement.
         * @enum {unknown}
         */
        Step: "accept" | "ask" | "ask_again" | "consent" | "decline" | "doubt" | "end" | "extend" | "file" | "hand_in" | "ink" | "paper" | "postpone" | "refuse" | "reply" | "resume" | "return" | "rewrite" | "sign" | "supersede" | "suspend" | "withdraw";
        /**
         * Oddity
         * @description One thing to look at: about whom, and how many, where that says more.
         */
        Oddity: {
            kind: components["schemas"]["OddKind"];
            severity: components["schemas"]["Severity"];
            /** @default null */
            about: string | null;
            /** @default null */
            count: number | null;
        };
        /**
         * OddKind
         * @description What was found.
         * @enum {unknown}
         */
        OddKind: "agent_needed" | "capacity_changed" | "capacity_unknown" | "caregiver_ability_unsaid" | "caregiver_far" | "caregiver_loaded" | "caregiver_place_unknown" | "child_not_told" | "elder_gone" | "question_open" | "tier_changed" | "witness_may_be_kin";
        /**
         * Severity
         * @description `STOPS`: the filing would be refused. `LOOK`: ask before filing. `HINT`: good to know.
         * @enum {unknown}
         */
        Severity: "hint" | "look" | "stops";
        /**
         * Comparison
         * @description The elder as the register has them today, and when they consented; `not_told` are children without an account.
         */
        Comparison: {
            age: number;
            tier: components["schemas"]["PriorityTier"];
            ability: components["schemas"]["AbilityLevel"];
            tier_since: string | null;
            capacity: components["schemas"]["DecisionCapacity"];
            capacity_then: components["schemas"]["DecisionCapacity"] | null;
            consented_at: string | null;
            witness: string | null;
            carers: components["schemas"]["CarerShown"][];
            not_told: string[];
            findings: components["schemas"]["Oddity"][];
        };
        /**
         * CarerShown
         * @description A caregiver beside the register. `near`: in the elder's village, null where nothing on file says.
         *
         *         `load`: other elders in the same person's care. `statement`: their own words about being able to care.
         */
        CarerShown: {
            name: string;
            near: boolean | null;
            load: number;
            statement: string | null;
        };
        /**
         * QuestionIn
         * @description What the committee wants to know, and of whom.
         */
        QuestionIn: {
            asked: components["schemas"]["Asked"];
            words: string;
        };
        /**
         * Asked
         * @description Whom the committee puts a question to about what was handed in.
         * @enum {unknown}
         */
        Asked: "caregiver" | "supporters" | "visitor";
        /**
         * ReplyIn
         * @description The answer in words.
         */
        ReplyIn: {
            words: string;
        };
        /**
         * FileAllIn
         * @description Which agreements.
         */
        FileAllIn: {
            agreement_ids: string[];
        };
        /**
         * FiledAll
         * @description In the order asked for.
         */
        FiledAll: {
            outcomes: components["schemas"]["FiledOne"][];
        };
        /**
         * FiledOne
         * @description What came of one: its number, or the refusal's code and words.
         */
        FiledOne: {
            /** Format: uuid */
            agreement_id: string;
            number: string | null;
            code: string | null;
            message: string | null;
        };
        /**
         * WishIn
         * @description What the elder said when asked. After a no, `ask_again_on` is the day to ask again; in a month when absent.
         */
        WishIn: {
            /** Format: uuid */
            elder_id: string;
            willing: boolean;
            words: string;
            /** Format: date-time */
            asked_at: string;
            /** @default null */
            witness: string | null;
            /** @default null */
            ask_again_on: string | null;
        };
        /**
         * DraftIn
         * @description What the family chooses; the template of the kind holds the rest. `renews_id`: what it takes over from.
         */
        DraftIn: {
            /** Format: uuid */
            elder_id: string;
            supporters: components["schemas"]["PromiseIn"][];
            /** Format: date */
            starts_on: string;
            /** Format: date */
            ends_on: string;
            /** @default care */
            kind: components["schemas"]["AgreementKind"];
            /** @default [] */
            caregivers: string[];
            /** @default null */
            legal_agent: string | null;
            /** @default [] */
            duties: ("company" | "errands" | "look_in" | "meals" | "medicine" | "safety")[];
            /** @default 2 */
            look_in_weekly: number;
            /** @default 0 */
            fee_monthly: number;
            /** @default 0 */
            advance_limit: number;
            /** @default false */
            keys_held: boolean;
            /** @default  */
            special: string;
            /** @default null */
            renews_id: string | null;
        };
        /**
         * PromiseIn
         * @description What one child takes on: a call every so many days, so many visits a year, yuan a month, a task in words.
         */
        PromiseIn: {
            /** Format: uuid */
            member_id: string;
            /** @default 7 */
            call_every: number;
            /** @default 1 */
            visits_yearly: number;
            /** @default 0 */
            monthly: number;
            /** @default  */
            task: string;
        };
        /**
         * AgreementsQuery
         * @description Which agreements.
         */
        AgreementsQuery: {
            /** @default null */
            state: components["schemas"]["AgreementState"] | null;
            /** @default null */
            elder_id: string | null;
            /** @default null */
            cursor: string | null;
            /** @default 20 */
            limit: number;
        };
        /**
         * Agreements
         * @description A page, newest first.
         */
        Agreements: {
            items: components["schemas"]["Agreement"][];
            next_cursor: string | null;
        };
        /**
         * AgreementFile
         * @description One agreement with its text and acts. The check code is shown to those in the family and the committee.
         *
         *         `terms` is what was filled in, null where the text was written before that was kept. `may_join`: this viewer is a
         *         child the text does not name, and may sign too.
         */
        AgreementFile: {
            agreement: components["schemas"]["Agreement"];
            parties: components["schemas"]["PartyShown"][];
            text: string[];
            text_hash: string;
            terms: components["schemas"]["Draft"] | null;
            acts: components["schemas"]["Act"][];
            may_join: boolean;
            return_reason: string | null;
            check_code: string | null;
            questions: components["schemas"]["QuestionShown"][];
        };
        /**
         * PartyShown
         * @description One place in the text. `asked`: nothing goes on before they sign; other children may join.
         */
        PartyShown: {
            /** Format: uuid */
            id: string;
            role: components["schemas"]["PartyRole"];
            member_id: string | null;
            name: string;
            relation: string | null;
            asked: boolean;
            signed_at: string | null;
        };
        /**
         * PartyRole
         * @description What somebody is to an agreement. A witness is bound to the act witnessed, not to the text.
         * @enum {unknown}
         */
        PartyRole: "caregiver" | "committee" | "elder" | "legal_agent" | "supporter" | "township" | "witness";
        /**
         * Draft
         * @description What the family chooses. Days, times a week or a year, and yuan, whole; nothing to pay is 0.
         */
        Draft: {
            /** @default care */
            kind: components["schemas"]["AgreementKind"];
            supporters: components["schemas"]["Promise"][];
            /** @default [] */
            caregivers: string[];
            /** @default null */
            legal_agent: string | null;
            /** @default [] */
            duties: string[];
            /** @default 2 */
            look_in_weekly: number;
            /** @default 0 */
            fee_monthly: number;
            /** @default 0 */
            advance_limit: number;
            /** @default false */
            keys_held: boolean;
            /** @default  */
            special: string;
            /** Format: date */
            starts_on: string;
            /** Format: date */
            ends_on: string;
        };
        /**
         * Promise
         * @description What one child takes on: how often to ring and to come, and in a support agreement the share.
         */
        Promise: {
            /** Format: uuid */
            member_id: string;
            /** @default 7 */
            call_every: number;
            /** @default 1 */
            visits_yearly: number;
            /** @default 0 */
            monthly: number;
            /** @default  */
            task: string;
        };
        /**
         * Act
         * @description One step in the stepper, and what the law makes of it.
         */
        Act: {
            kind: components["schemas"]["ActKind"];
            role: components["schemas"]["PartyRole"] | null;
            actor: string | null;
            identity: components["schemas"]["Identity"] | null;
            means: components["schemas"]["Means"];
            strength: components["schemas"]["Strength"];
            signature_id: string | null;
            photo_id: string | null;
            read_by: components["schemas"]["ReadBy"] | null;
            witness: string | null;
            captured_by: string | null;
            done_at: string;
            received_at: string;
            void: boolean;
            doubtful: boolean;
        };
        /**
         * ActKind
         * @description Acts upon the text, each by one person. CONSENT, POSTPONE and REFUSE are the elder's own answers.
         * @enum {unknown}
         */
        ActKind: "accept" | "confirm" | "consent" | "decline" | "hand_in" | "paper" | "postpone" | "refuse" | "return" | "sign" | "view" | "witness";
        /**
         * Identity
         * @description How it was known who acted.
         * @enum {unknown}
         */
        Identity: "in_person" | "office" | "wechat" | "wechat_phone";
        /**
         * Means
         * @description How an act was done.
         * @enum {unknown}
         */
        Means: "fingerprint" | "handwriting" | "paper" | "spoken" | "tap";
        /**
         * Strength
         * @description What an act is, as the evidence page and the screens call it.
         * @enum {unknown}
         */
        Strength: "paper" | "record" | "signature" | "witnessed";
        /**
         * ReadBy
         * @description Who read the text to the elder.
         * @enum {unknown}
         */
        ReadBy: "phone" | "visitor";
        /**
         * QuestionShown
         * @description What the committee asked whom before filing, and what was said. `may_reply`: this viewer was asked.
         */
        QuestionShown: {
            /** Format: uuid */
            id: string;
            asked: components["schemas"]["Asked"];
            words: string;
            asked_by: string | null;
            asked_at: string;
            answer: string | null;
            answered_by: string | null;
            answered_at: string | null;
            may_reply: boolean;
        };
        /**
         * ReturnIn
         * @description Why it goes back.
         */
        ReturnIn: {
            reason: string;
        };
        /**
         * Filed
         * @description The record number given.
         */
        Filed: {
            number: string;
        };
        /**
         * ViewIn
         * @description The text whose hash was shown has been opened.
         */
        ViewIn: {
            text_hash: string;
            /** @default null */
            device: components["schemas"]["DeviceIn"] | null;
        };
        /**
         * DeviceIn
         * @description What the client knows of the device it runs on.
         */
        DeviceIn: {
            model: string;
            system: string;
            client: string;
        };
        /**
         * SignIn
         * @description A signature upon the text whose hash was shown.
         */
        SignIn: {
            text_hash: string;
            /** Format: uuid */
            signature_id: string;
            /** @default [] */
            strokes: number[][][];
            /** @default null */
            device: components["schemas"]["DeviceIn"] | null;
        };
        /**
         * AcceptCareIn
         * @description A caregiver's signature; `statement` is what they say of being able to care (R039).
         */
        AcceptCareIn: {
            text_hash: string;
            /** Format: uuid */
            signature_id: string;
            /** @default [] */
            strokes: number[][][];
            /** @default null */
            device: components["schemas"]["DeviceIn"] | null;
            /** @default  */
            statement: string;
        };
        /**
         * DeclineIn
         * @description Why, if one likes to say.
         */
        DeclineIn: {
            /** @default  */
            reason: string;
        };
        /**
         * AnswerIn
         * @description The elder's answer to the text, as the visitor's phone caught it.
         *
         *         A yes has a picture of the handwriting or fingerprint, or the elder's own `words`, a photograph and a witness.
         */
        AnswerIn: {
            text_hash: string;
            answer: components["schemas"]["backend.agreements.rules.Answer"];
            /** @enum {unknown} */
            means: "fingerprint" | "handwriting" | "spoken" | "tap";
            read_by: components["schemas"]["ReadBy"];
            /** Format: date-time */
            done_at: string;
            /** @default null */
            signature_id: string | null;
            /** @default null */
            photo_id: string | null;
            /** @default [] */
            strokes: number[][][];
            /** @default  */
            words: string;
            /** @default  */
            witness: string;
            /** @default false */
            witness_adult: boolean;
            /** @default null */
            ask_again_on: string | null;
            /** @default null */
            device: components["schemas"]["DeviceIn"] | null;
        };
        /**
         * Answer
         * @description What the elder says to the final text.
         * @enum {unknown}
         */
        "backend.agreements.rules.Answer": "no" | "not_today" | "yes";
        /**
         * AnswerTaken
         * @description `valid` is false when the text had changed: kept as evidence, to be asked again.
         */
        AnswerTaken: {
            valid: boolean;
            message: string;
        };
        /**
         * Extended
         * @description The last day to sign.
         */
        Extended: {
            /** Format: date */
            respond_by: string;
        };
        /**
         * SuspendIn
         * @description Why, and the last day.
         */
        SuspendIn: {
            reason: components["schemas"]["Reason"];
            /** Format: date */
            until: string;
        };
        /**
         * EndIn
         * @description Why.
         */
        EndIn: {
            reason: components["schemas"]["Reason"];
        };
        /**
         * PhoneLostIn
         * @description Since when the phone is gone.
         */
        PhoneLostIn: {
            /** Format: date-time */
            since: string;
        };
        /**
         * PagesIn
         * @description The code printed on the sheets, and their photographs, in order.
         */
        PagesIn: {
            code: string;
            pages: string[];
        };
        /**
         * InkIn
         * @description Whose ink is on the photographed sheets of this text; with the elder's, who saw it.
         */
        InkIn: {
            text_hash: string;
            party_ids: string[];
            /** @default  */
            witness: string;
            /** @default false */
            witness_adult: boolean;
        };
        /**
         * Inked
         * @description How far that brings the agreement.
         */
        Inked: {
            state: components["schemas"]["AgreementState"];
        };
        /**
         * CheckQuery
         * @description The printed number and check code.
         */
        CheckQuery: {
            number: string;
            /** @default null */
            code: string | null;
        };
        /**
         * Checked
         * @description What anybody who holds the paper may know. `verdict` is what it is worth today.
         */
        Checked: {
            verdict: components["schemas"]["PaperVerdict"];
            number: string;
            state: components["schemas"]["AgreementState"];
            elder: string;
            village: string;
            text_hash: string;
            pdf_sha256: string | null;
            filed_at: string;
            sealed_at: string | null;
        };
        /**
         * PaperVerdict
         * @description Of a number with its code, or of the PDF itself.
         *
         *         What was altered is refused with PaperAltered, what we do not know at all with CheckFailed.
         * @enum {unknown}
         */
        PaperVerdict: "ended" | "superseded" | "suspended" | "valid";
        /**
         * SpotDraws
         * @description The latest month first.
         */
        SpotDraws: {
            items: components["schemas"]["DrawRow"][];
        };
        /**
         * DrawRow
         * @description One draw: its seed with what it was made of (hex), and how far the checks are.
         */
        DrawRow: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            division_id: string;
            place: string;
            /** Format: date */
            month: string;
            seed: string;
            random: string;
            anchor: string;
            seeded_at: string;
            drawn_at: string | null;
            reports: number | null;
            reports_hash: string | null;
            drawn: number;
            checked: number;
        };
        /**
         * SpotDrawIn
         * @description Of which month that is over (`2026-03`), and of which place under one's own.
         */
        SpotDrawIn: {
            month: string;
            /** @default null */
            division_id: string | null;
        };
        /**
         * Drawn
         * @description How many reports were drawn.
         */
        Drawn: {
            drawn: number;
        };
        /**
         * Repeats
         * @description Whether drawing once more from the record gives the same.
         */
        Repeats: {
            holds: boolean;
        };
        /**
         * SpotChecksQuery
         * @description Of which draw alone.
         */
        SpotChecksQuery: {
            /** @default null */
            cursor: string | null;
            /** @default 20 */
            limit: number;
            /** @default null */
            draw_id: string | null;
        };
        /**
         * SpotChecks
         * @description A page of drawn reports.
         */
        SpotChecks: {
            items: components["schemas"]["CheckRow"][];
            next_cursor: string | null;
        };
        /**
         * CheckRow
         * @description One drawn report. `reported_on` and what was compared stay null until the answer is written; `gone` is one who
         *         is off the register since.
         */
        CheckRow: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            elder_id: string;
            name: string;
            village: string;
            address: string;
            visitor: string;
            mode: components["schemas"]["VisitMode"];
            /** Format: date */
            month: string;
            gone: boolean;
            reported_on: string | null;
            result: components["schemas"]["SpotResult"] | null;
            came: components["schemas"]["Told"] | null;
            came_on: string | null;
            minutes: number | null;
            there: components["schemas"]["Compared"] | null;
            day: components["schemas"]["Compared"] | null;
            length: components["schemas"]["Compared"] | null;
            opinion: string | null;
            checked_by: string | null;
        };
        /**
         * VisitMode
         * @description How the elder was visited (R058).
         * @enum {unknown}
         */
        VisitMode: "group" | "home" | "phone" | "video";
        /**
         * SpotResult
         * @description How the check went. Nobody to be found is a result too: another elder is never taken instead.
         * @enum {unknown}
         */
        SpotResult: "met" | "unreachable";
        /**
         * Told
         * @description What the elder says of whether the visitor was there.
         * @enum {unknown}
         */
        Told: "no" | "unsure" | "yes";
        /**
         * Compared
         * @description The report and the elder's word, side by side. UNKNOWN: one of them says nothing.
         * @enum {unknown}
         */
        Compared: "agrees" | "differs" | "unknown";
        /**
         * SpotAnswersIn
         * @description What the elder said; nothing of it when nobody was reached.
         */
        SpotAnswersIn: {
            result: components["schemas"]["SpotResult"];
            /** @default null */
            came: components["schemas"]["Told"] | null;
            /** @default null */
            came_on: string | null;
            /** @default null */
            minutes: number | null;
            /** @default null */
            opinion: string | null;
        };
        /**
         * SpotCountsQuery
         * @description Of which month.
         */
        SpotCountsQuery: {
            month: string;
        };
        /**
         * SpotCounts
         * @description By village, those with drawn reports.
         */
        SpotCounts: {
            items: components["schemas"]["VillageChecks"][];
        };
        /**
         * VillageChecks
         * @description What a village's checks of a month come to, in figures. `differs`: at least one of there, day, length does.
         */
        VillageChecks: {
            /** Format: uuid */
            village_id: string;
            village: string;
            drawn: number;
            met: number;
            unreachable: number;
            differs: number;
        };
        /**
         * QualityQuestions
         * @description A page of questions, the latest first.
         */
        QualityQuestions: {
            items: components["schemas"]["QuestionRow"][];
            next_cursor: string | null;
        };
        /**
         * QuestionRow
         * @description A question, what it is about, and what came of asking.
         */
        QuestionRow: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["Signal"];
            village: string;
            visitor: string;
            /** Format: date */
            month: string;
            reports: components["schemas"]["AskedAbout"][];
            raised_at: string;
            answer: string | null;
            answered_by: string | null;
            answered_at: string | null;
        };
        /**
         * Signal
         * @description What was noticed: many entries in minutes, the same words with several elders, two homes in different villages
         *         too soon after each other, a home visit of a few minutes.
         * @enum {unknown}
         */
        Signal: "bulk" | "same_words" | "short" | "travel";
        /**
         * AskedAbout
         * @description One of the reports a question is about.
         */
        AskedAbout: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            elder_id: string;
            name: string;
            village: string;
            visited_at: string;
            received_at: string;
        };
        /**
         * QualityAnswerIn
         * @description What came of asking.
         */
        QualityAnswerIn: {
            words: string;
        };
        /**
         * VisitsDue
         * @description A page of the elders to be visited, the overdue first.
         */
        VisitsDue: {
            items: components["schemas"]["DueRow"][];
            next_cursor: string | null;
        };
        /**
         * DueRow
         * @description One elder to be visited, and how that stands today.
         */
        DueRow: {
            /** Format: uuid */
            elder_id: string;
            name: string;
            /** Format: uuid */
            village_id: string;
            village: string;
            address: string;
            tier: string;
            living_alone: boolean;
            /** Format: date */
            due_on: string;
            last_visit_at: string | null;
            state: components["schemas"]["DueState"];
        };
        /**
         * DueState
         * @description How a due date stands today.
         * @enum {unknown}
         */
        DueState: "due_today" | "overdue" | "upcoming";
        /**
         * ReportIn
         * @description What the visitor saw. `visited_at` is when, not when it was sent; photos are ids of one's own uploads.
         *
         *         All after the photos is newer than what may still wait in a phone: each may be missing. `answers` are the answers to
         *         the items of `form`, by their keys.
         */
        ReportIn: {
            /** Format: uuid */
            elder_id: string;
            mode: components["schemas"]["VisitMode"];
            /** Format: date-time */
            visited_at: string;
            health: components["schemas"]["Finding"];
            economy: components["schemas"]["Finding"];
            family_duty: components["schemas"]["Finding"];
            safety: components["schemas"]["Finding"];
            needs: components["schemas"]["Finding"];
            /** @default null */
            note: string | null;
            /** @default [] */
            photo_ids: string[];
            /** @default null */
            form: string | null;
            /** @default {} */
            answers: {
                [key: string]: string[];
            };
            /** @default null */
            hygiene: components["schemas"]["Finding"] | null;
            /** @default null */
            minutes: number | null;
            /** @default null */
            place: components["schemas"]["VisitPlace"] | null;
            /** @default [] */
            present: components["schemas"]["Present"][];
            /** @default null */
            people: number | null;
            /** @default [] */
            need_items: components["schemas"]["NeedIn"][];
            /** @default [] */
            proposals: components["schemas"]["ProposalIn"][];
        };
        /**
         * Finding
         * @description One domain's answer: three, so a tired volunteer never has to choose among ten.
         * @enum {unknown}
         */
        Finding: "good" | "help" | "watch";
        /**
         * VisitPlace
         * @description Where the elder was met, as the visitor says; no position is ever taken.
         * @enum {unknown}
         */
        VisitPlace: "at_home" | "elsewhere" | "facility" | "hospital" | "in_village" | "with_family";
        /**
         * Present
         * @description Who was there beside the visitor, without names. A doctor or nurse who came along is said here (R081).
         * @enum {unknown}
         */
        Present: "cadre" | "caregiver" | "child" | "doctor" | "elder" | "grandchild" | "neighbour" | "nurse" | "other" | "spouse";
        /**
         * NeedIn
         * @description Help the elder needs, and a word about it.
         */
        NeedIn: {
            kind: components["schemas"]["NeedKind"];
            /** @default null */
            words: string | null;
        };
        /**
         * NeedKind
         * @description What help is wanted.
         * @enum {unknown}
         */
        NeedKind: "comfort" | "daily_care" | "digital" | "meals" | "medical" | "money" | "other" | "refit" | "rehab";
        /**
         * ProposalIn
         * @description What of the file has changed; `value` as the field takes it: a telephone, yes or no, a mobility, home or away.
         */
        ProposalIn: {
            field: components["schemas"]["ProposedField"];
            value: string;
            /** @default null */
            words: string | null;
        };
        /**
         * ProposedField
         * @description What of the file is said to have changed.
         * @enum {unknown}
         */
        ProposedField: "child_moved" | "living_alone" | "mobility" | "phone";
        /**
         * ReportMade
         * @description The report as stored, whether it is marked late, and when the next visit is due.
         *
         *         `first_again`: the form of a first visit, of an elder who was visited before. It is kept, and said.
         */
        ReportMade: {
            /** Format: uuid */
            id: string;
            late: boolean;
            /** Format: date */
            next_due_on: string;
            /** @default false */
            first_again: boolean;
        };
        /**
         * ReportsQuery
         * @description Which page, and of which elder alone.
         */
        ReportsQuery: {
            /** @default null */
            cursor: string | null;
            /** @default 20 */
            limit: number;
            /** @default null */
            elder_id: string | null;
        };
        /**
         * Reports
         * @description A page of reports, the newest visit first.
         */
        Reports: {
            items: components["schemas"]["ReportRow"][];
            next_cursor: string | null;
        };
        /**
         * ReportRow
         * @description One report in a list; what the visitor wrote is read with the report alone. What the elder does not want shown
         *         to the asker is null, or missing.
         */
        ReportRow: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            elder_id: string;
            elder: string;
            visited_at: string;
            received_at: string;
            late: boolean;
            /** @enum {string} */
            mode: "home" | "phone" | "video" | "group";
            visitor: string;
            health: ("good" | "watch" | "help") | null;
            economy: ("good" | "watch" | "help") | null;
            family_duty: ("good" | "watch" | "help") | null;
            safety: ("good" | "watch" | "help") | null;
            needs: ("good" | "watch" | "help") | null;
            hygiene: ("good" | "watch" | "help") | null;
            photo_ids: string[];
            has_note: boolean;
            minutes: number | null;
        };
        /**
         * Report
         * @description One report with what the visitor wrote; `note` is None too for those who see cards only, or saw it by a
         *         consent taken back. `answers` by the items of `form`, those about what the elder does not want shown left out.
         */
        Report: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            elder_id: string;
            elder: string;
            visited_at: string;
            received_at: string;
            late: boolean;
            /** @enum {string} */
            mode: "home" | "phone" | "video" | "group";
            visitor: string;
            health: ("good" | "watch" | "help") | null;
            economy: ("good" | "watch" | "help") | null;
            family_duty: ("good" | "watch" | "help") | null;
            safety: ("good" | "watch" | "help") | null;
            needs: ("good" | "watch" | "help") | null;
            hygiene: ("good" | "watch" | "help") | null;
            photo_ids: string[];
            has_note: boolean;
            minutes: number | null;
            note: string | null;
            form: string | null;
            answers: {
                [key: string]: string[];
            };
            place: components["schemas"]["VisitPlace"] | null;
            present: components["schemas"]["Present"][];
            people: number | null;
            visitor_role: components["schemas"]["Role"] | null;
        };
        /**
         * VisitForms
         * @description Every form there ever was; `first` and `later` are the ones to write by now.
         */
        VisitForms: {
            items: components["schemas"]["VisitForm"][];
            first: string;
            later: string;
        };
        /**
         * VisitForm
         * @description The questions of one kind of visit, in one version.
         */
        VisitForm: {
            id: string;
            kind: components["schemas"]["FormKind"];
            title: string;
            items: components["schemas"]["FormItem"][];
        };
        /**
         * FormKind
         * @description The first visit asks who the elder is and how he or she lives; the later ones what has changed.
         * @enum {unknown}
         */
        FormKind: "first" | "later";
        /**
         * FormItem
         * @description One question; `answers` are the words of each answer by its key, none where words are asked for.
         */
        FormItem: {
            key: string;
            part: components["schemas"]["FormPart"];
            ask: string;
            kind: components["schemas"]["ItemKind"];
            /** @default always */
            when: components["schemas"]["AskedWhen"];
            /** @default {} */
            answers: {
                [key: string]: string;
            };
        };
        /**
         * FormPart
         * @description What an item is about; the five domains and hygiene are found good or not on every visit.
         * @enum {unknown}
         */
        FormPart: "digital" | "economy" | "family" | "family_duty" | "health" | "help" | "hygiene" | "living" | "needs" | "person" | "safety";
        /**
         * ItemKind
         * @description One answer, several, or words.
         * @enum {unknown}
         */
        ItemKind: "many" | "one" | "words";
        /**
         * AskedWhen
         * @description Always, only where the part was not found good, or when the visitor wants to say more.
         * @enum {unknown}
         */
        AskedWhen: "always" | "not_good" | "offered";
        /**
         * NeedsQuery
         * @description Which page; of one elder all there ever was, else what is open.
         */
        NeedsQuery: {
            /** @default null */
            cursor: string | null;
            /** @default 20 */
            limit: number;
            /** @default null */
            elder_id: string | null;
        };
        /**
         * VisitNeeds
         * @description A page of needs, the oldest first.
         */
        VisitNeeds: {
            items: components["schemas"]["NeedRow"][];
            next_cursor: string | null;
        };
        /**
         * NeedRow
         * @description A need with its referral and result. `words`, `referral` and `result` are null for those who see cards only, and
         *         where the elder does not want the asker to read what visitors write.
         */
        NeedRow: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            elder_id: string;
            elder: string;
            village: string;
            /** Format: uuid */
            report_id: string;
            kind: components["schemas"]["NeedKind"];
            words: string | null;
            state: components["schemas"]["NeedState"];
            opened_by: string;
            opened_at: string;
            referred_to: components["schemas"]["ReferredTo"] | null;
            referral: string | null;
            referred_at: string | null;
            result: string | null;
            ended_at: string | null;
        };
        /**
         * NeedState
         * @description Open until somebody is asked for help; then until it is known what came of it.
         * @enum {unknown}
         */
        NeedState: "met" | "not_met" | "open" | "referred";
        /**
         * ReferredTo
         * @description Who is to help: the village itself, the township, a department of the county, one of the listed services.
         * @enum {unknown}
         */
        ReferredTo: "department" | "service" | "township" | "village";
        /**
         * ReferralIn
         * @description Who is asked to help: the office, and in words which one, or whom.
         */
        ReferralIn: {
            to: components["schemas"]["ReferredTo"];
            words: string;
        };
        /**
         * NeedResultIn
         * @description What came of it, or why nothing.
         */
        NeedResultIn: {
            /** @enum {unknown} */
            outcome: "met" | "not_met";
            words: string;
        };
        /**
         * Proposals
         * @description A page of proposed changes, one elder's together.
         */
        Proposals: {
            items: components["schemas"]["ProposalRow"][];
            next_cursor: string | null;
        };
        /**
         * ProposalRow
         * @description A proposed change and the village's answer; `reason` where it was declined. `rivals`: how many other open ones
         *         there are about the same of the same elder: two visitors may have seen two things.
         */
        ProposalRow: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            elder_id: string;
            elder: string;
            /** Format: uuid */
            report_id: string;
            field: components["schemas"]["ProposedField"];
            value: string;
            words: string | null;
            state: components["schemas"]["ProposalState"];
            visited_at: string;
            proposed_by: string;
            proposed_at: string;
            reason: string | null;
            decided_by: string | null;
            decided_at: string | null;
            rivals: number;
        };
        /**
         * ProposalState
         * @description Open until the village decides.
         * @enum {unknown}
         */
        ProposalState: "accepted" | "declined" | "open";
        /**
         * ProposalDecisionIn
         * @description Accepted, with the child and the place where a child moved; or declined, and why.
         */
        ProposalDecisionIn: {
            /** @enum {unknown} */
            outcome: "accepted" | "declined";
            /** @default null */
            words: string | null;
            /** @default null */
            moved: components["schemas"]["MovedIn"] | null;
        };
        /**
         * MovedIn
         * @description Which child is where now, and since when; `area`, how near home, may be null in another province.
         */
        MovedIn: {
            /** Format: uuid */
            member_id: string;
            province: string;
            city: string;
            /** Format: date */
            since: string;
            /** @default null */
            area: components["schemas"]["Whereabouts"] | null;
            /** @default null */
            for_work: boolean | null;
        };
        /**
         * HoldersQuery
         * @description Which page, whether only those without a responsible visitor, and of which elder alone.
         */
        HoldersQuery: {
            /** @default null */
            cursor: string | null;
            /** @default 20 */
            limit: number;
            /** @default false */
            without: boolean;
            /** @default null */
            elder_id: string | null;
        };
        /**
         * VisitHolders
         * @description A page of elders and who visits each.
         */
        VisitHolders: {
            items: components["schemas"]["HolderRow"][];
            next_cursor: string | null;
        };
        /**
         * HolderRow
         * @description An elder, and who is to visit.
         */
        HolderRow: {
            /** Format: uuid */
            elder_id: string;
            name: string;
            /** Format: uuid */
            village_id: string;
            village: string;
            address: string;
            tier: string;
            living_alone: boolean;
            due_on: string | null;
            responsible_id: string | null;
            visitor_id: string | null;
            visitor: string | null;
            visitor_kind: components["schemas"]["VisitorKind"] | null;
            cadre_id: string | null;
            cadre: string | null;
        };
        /**
         * VisitorKind
         * @description In what capacity somebody visits (R060).
         * @enum {unknown}
         */
        VisitorKind: "cadre" | "committee_member" | "kin" | "social_worker" | "volunteer";
        /**
         * VisitorsQuery
         * @description For which elder alone.
         */
        VisitorsQuery: {
            /** @default null */
            elder_id: string | null;
        };
        /**
         * Visitors
         * @description Who may be assigned, the least laden first.
         */
        Visitors: {
            items: components["schemas"]["VisitorRow"][];
        };
        /**
         * VisitorRow
         * @description Somebody who may be assigned here, and the load so far: elders held in each way, and how many are overdue.
         */
        VisitorRow: {
            /** Format: uuid */
            account_id: string;
            name: string;
            role: string;
            responsible: number;
            cadre: number;
            overdue: number;
        };
        /**
         * AssignIn
         * @description Who is to visit the elder; `instead_of` is the assignment on the screen, null where nobody was.
         */
        AssignIn: {
            /** Format: uuid */
            elder_id: string;
            /** Format: uuid */
            visitor_id: string;
            kind: components["schemas"]["AssignmentKind"];
            visitor_kind: components["schemas"]["VisitorKind"];
            /** @default null */
            instead_of: string | null;
        };
        /**
         * AssignmentKind
         * @description The one responsible for the visits, or the guarantee cadre, who comes in a rhythm of his own (R064).
         * @enum {unknown}
         */
        AssignmentKind: "cadre" | "responsible";
        /**
         * OverdueVisits
         * @description A page of the overdue, village by village, the longest overdue first.
         */
        OverdueVisits: {
            items: components["schemas"]["OverdueRow"][];
            next_cursor: string | null;
        };
        /**
         * OverdueRow
         * @description An elder whose visit is overdue, whose it is, and why the elder may not be found at home.
         */
        OverdueRow: {
            /** Format: uuid */
            elder_id: string;
            name: string;
            /** Format: uuid */
            village_id: string;
            village: string;
            village_code: string;
            tier: string;
            living_alone: boolean;
            /** Format: date */
            due_on: string;
            last_visit_at: string | null;
            visitor: string | null;
            absent: components["schemas"]["AbsenceReason"] | null;
        };
        /**
         * CalendarQuery
         * @description Which month.
         */
        CalendarQuery: {
            month: string;
        };
        /**
         * VillageCalendar
         * @description A month of visits, done and planned; `names` by elder.
         */
        VillageCalendar: {
            month: string;
            done: components["schemas"]["DoneRow"][];
            planned: components["schemas"]["PlanRow"][];
            names: {
                [key: string]: string;
            };
        };
        /**
         * DoneRow
         * @description A visit that was made, without a word of what was found.
         */
        DoneRow: {
            /** Format: uuid */
            elder_id: string;
            /** Format: date */
            day: string;
            visitor: string;
            mode: components["schemas"]["VisitMode"];
        };
        /**
         * PlanRow
         * @description A visit that is planned; `visitor` is None where nobody is to make it yet.
         */
        PlanRow: {
            /** Format: uuid */
            elder_id: string;
            /** Format: date */
            day: string;
            /** Format: date */
            due_on: string;
            hamlet: string;
            visitor: string | null;
        };
        /**
         * WeatherIn
         * @description Everybody in these villages is to be looked after until the end of the day.
         */
        WeatherIn: {
            village_ids: string[];
            /** Format: date */
            until: string;
        };
        /**
         * EventIn
         * @description What happened to the elder.
         */
        EventIn: {
            /** Format: uuid */
            elder_id: string;
            kind: components["schemas"]["OccasionKind"];
        };
        /**
         * OccasionKind
         * @description What asks for the visit.
         * @enum {unknown}
         */
        OccasionKind: "bereavement" | "birthday" | "childs_report" | "double_ninth" | "hospital" | "mid_autumn" | "other_event" | "spring_festival" | "weather";
        /**
         * VisitorNotices
         * @description Notices nobody has answered yet, the oldest first.
         */
        VisitorNotices: {
            items: components["schemas"]["NoticeRow"][];
        };
        /**
         * NoticeRow
         * @description A notice nobody has answered yet: to the elder, or to the supporter of this name.
         */
        NoticeRow: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            assignment_id: string;
            /** Format: uuid */
            elder_id: string;
            elder: string;
            village: string;
            visitor: string;
            recipient: components["schemas"]["NoticeTo"];
            supporter: string | null;
            made_at: string;
        };
        /**
         * NoticeTo
         * @description Who is told in writing.
         * @enum {unknown}
         */
        NoticeTo: "elder" | "supporter";
        /**
         * HandedOverIn
         * @description The day the notice was received, and who was there.
         */
        HandedOverIn: {
            /** Format: date */
            on: string;
            witness: string;
        };
        /**
         * OwnVisitorNotices
         * @description Who visits one's elders.
         */
        OwnVisitorNotices: {
            items: components["schemas"]["OwnNotice"][];
        };
        /**
         * OwnNotice
         * @description Who visits the elder, and how to reach that person, as the supporter is told.
         */
        OwnNotice: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            elder_id: string;
            elder: string;
            visitor: string;
            visitor_kind: components["schemas"]["VisitorKind"];
            phone: string | null;
            /** Format: date */
            since: string;
            received_on: string | null;
        };
        /**
         * ReportReplies
         * @description All that was said to one report, the first first.
         */
        ReportReplies: {
            items: components["schemas"]["ReplyRow"][];
        };
        /**
         * ReplyRow
         * @description One thanks or question. `mine`: the asker said it. `waits`: a question without its answer. `answer` is null too
         *         where the elder does not want the visitor's words shown to the asker.
         */
        ReplyRow: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            report_id: string;
            /** Format: uuid */
            elder_id: string;
            elder: string;
            visited_at: string;
            kind: components["schemas"]["ReplyKind"];
            said_by: string;
            relation: string | null;
            mine: boolean;
            words: string;
            said_at: string;
            waits: boolean;
            answer: string | null;
            answered_by: string | null;
            answered_at: string | null;
        };
        /**
         * ReplyKind
         * @description What a supporter says to a report.
         * @enum {unknown}
         */
        ReplyKind: "question" | "thanks";
        /**
         * ThanksIn
         * @description A line of thanks.
         */
        ThanksIn: {
            words: string;
        };
        /**
         * FamilyWordsIn
         * @description What a child would like to know, or the answer.
         */
        FamilyWordsIn: {
            words: string;
        };
        /**
         * VisitReplies
         * @description A page: what waits for an answer first, then the latest.
         */
        VisitReplies: {
            items: components["schemas"]["ReplyRow"][];
            next_cursor: string | null;
        };
        /**
         * ElderReaders
         * @description The last reports of one elder, each with who of the family has opened it.
         */
        ElderReaders: {
            items: components["schemas"]["ReportReaders"][];
        };
        /**
         * ReportReaders
         * @description One report, how it found the family's duty done (R046), and the elder's supporters in the order of the file.
         */
        ReportReaders: {
            /** Format: uuid */
            report_id: string;
            visited_at: string;
            /** @enum {string} */
            mode: "home" | "phone" | "video" | "group";
            visitor: string;
            /** @enum {string} */
            family_duty: "good" | "watch" | "help";
            family: components["schemas"]["FamilyReader"][];
        };
        /**
         * FamilyReader
         * @description One supporter; `joined`: has an account to read with. Null times: not opened so far.
         */
        FamilyReader: {
            name: string;
            relation: string;
            joined: boolean;
            first_read_at: string | null;
            last_read_at: string | null;
        };
        /**
         * ElderAnswerIn
         * @description What the elder said to the time and to who comes, and how that was heard.
         */
        ElderAnswerIn: {
            agrees: boolean;
            heard: components["schemas"]["Heard"];
        };
        /**
         * Heard
         * @description How the elder's answer was heard.
         * @enum {unknown}
         */
        Heard: "at_the_opening" | "in_person" | "phone";
        /**
         * ComingIn
         * @description Whether the child comes.
         */
        ComingIn: {
            coming: boolean;
        };
        /**
         * DropOutIn
         * @description Why the host cannot come.
         */
        DropOutIn: {
            reason: components["schemas"]["DropOut"];
            /** @default null */
            words: string | null;
        };
        /**
         * DropOut
         * @description Why a host cannot come (志愿服务条例 art. 22: who cannot come says so in time).
         * @enum {unknown}
         */
        DropOut: "busy" | "ill" | "no_longer_near" | "other" | "road" | "weather";
        /**
         * Offers
         * @description Calls the asker could host in place of somebody who cannot.
         */
        Offers: {
            items: components["schemas"]["OfferRow"][];
        };
        /**
         * OfferRow
         * @description A call somebody is asked to host in place of another.
         */
        OfferRow: {
            /** Format: uuid */
            call_id: string;
            /** Format: uuid */
            elder_id: string;
            elder: string;
            village: string;
            starts_at: string;
            answer_by: string;
        };
        /**
         * Lobby
         * @description How the call stands, and who waits, the first to come first.
         */
        Lobby: {
            state: components["schemas"]["CallState"];
            waiting: components["schemas"]["Waiting"][];
        };
        /**
         * CallState
         * @enum {unknown}
         */
        CallState: "agreed" | "cancelled" | "closed" | "lapsed" | "open" | "proposed" | "seeking" | "taken";
        /**
         * Waiting
         * @description One who waits, since when.
         */
        Waiting: {
            /** Format: uuid */
            account_id: string;
            name: string;
            relation: string | null;
            came_at: string;
        };
        /**
         * OutcomeIn
         * @description What the host noticed and taught, and how far the elder came with the telephone.
         */
        OutcomeIn: {
            skill: components["schemas"]["Skill"];
            /** @default null */
            noticed: string | null;
            /** @default null */
            taught: string | null;
        };
        /**
         * Skill
         * @description How far the elder comes with a telephone (R084): held, then helped, then alone.
         * @enum {unknown}
         */
        Skill: "alone" | "helped" | "hosted";
        /**
         * PhoneIn
         * @description With which child, and how long, it went on by ordinary telephone.
         */
        PhoneIn: {
            /** Format: uuid */
            with_id: string;
            minutes: number;
        };
        /**
         * Hosted
         * @description What an account gave as a host: calls that were held, and seconds in their rooms as the media node counted.
         */
        Hosted: {
            calls: number;
            seconds: number;
        };
        /**
         * ForecastQuery
         * @description How many evenings, from today on.
         */
        ForecastQuery: {
            /** @default 14 */
            days: number;
        };
        /**
         * Evenings
         * @description The evenings asked for, in order, of one place.
         */
        Evenings: {
            division_id: string | null;
            items: components["schemas"]["EveningOut"][];
        };
        /**
         * EveningOut
         * @description An evening's calls against what the servers carry; see `Evening`.
         */
        EveningOut: {
            /** Format: date */
            day: string;
            festival: string | null;
            booked: number;
            expected: number;
            carried: number;
            busiest: number;
            at_once: number;
            cores: number;
            enough: boolean;
        };
        /**
         * CallIn
         * @description Times at which the family could call.
         */
        CallIn: {
            /** Format: uuid */
            elder_id: string;
            times: string[];
        };
        /**
         * CallsQuery
         * @description Which calls.
         */
        CallsQuery: {
            /** @default null */
            cursor: string | null;
            /** @default 20 */
            limit: number;
            /** @default null */
            elder_id: string | null;
            /** @default null */
            state: components["schemas"]["CallState"] | null;
        };
        /**
         * Calls
         * @description A page of calls.
         */
        Calls: {
            items: components["schemas"]["CallOut"][];
            next_cursor: string | null;
        };
        /**
         * CallOut
         * @description A call. `talk_seconds`: host and at least one guest at once; `phone_minutes` on an ordinary telephone are the
         *         host's word.
         */
        CallOut: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            elder_id: string;
            elder: string;
            village: string;
            state: components["schemas"]["CallState"];
            times: string[];
            /** Format: uuid */
            proposed_by: string;
            proposer: string;
            proposed_at: string;
            host_id: string | null;
            host: string | null;
            starts_at: string | null;
            opened_at: string | null;
            closed_at: string | null;
            talk_seconds: number;
            phone_minutes: number;
        };
        /**
         * CallDetail
         * @description A call with who may come, who waits, who came, what the elder said, and what came of it.
         */
        CallDetail: {
            call: components["schemas"]["CallOut"];
            people: components["schemas"]["PersonOut"][];
            attendance: components["schemas"]["AttendedOut"][];
            answers: components["schemas"]["Answered"][];
            waiting: components["schemas"]["Waiting"][];
            after: components["schemas"]["Aftermath"];
        };
        /**
         * PersonOut
         * @description One who may be in the room; `account_id` is the participant's id there, `coming` what a child said.
         */
        PersonOut: {
            /** Format: uuid */
            account_id: string;
            name: string;
            relation: string | null;
            role: components["schemas"]["Seat"];
            coming: boolean | null;
        };
        /**
         * Seat
         * @description What a person is in the room: the host sits with the elder.
         * @enum {unknown}
         */
        Seat: "guest" | "host";
        /**
         * AttendedOut
         * @description One who was in the room, over all its openings.
         */
        AttendedOut: {
            /** Format: uuid */
            account_id: string;
            name: string;
            joined_at: string;
            left_at: string | null;
            seconds: number;
        };
        /**
         * Answered
         * @description What the elder said when asked, by whom and how.
         */
        Answered: {
            agrees: boolean;
            heard: string;
            asked_by: string;
            asked_at: string;
        };
        /**
         * Aftermath
         * @description What came of a call. `counts_as_visit`: the checklist of a video visit was done around it (R070).
         *
         *         The host's words are for those who see whole files. `suggested_at`: when to call next.
         */
        Aftermath: {
            skill: components["schemas"]["Skill"] | null;
            noticed: string | null;
            taught: string | null;
            counts_as_visit: boolean;
            suggested_at: string | null;
        };
        /**
         * TakeIn
         * @description Which of the proposed times.
         */
        TakeIn: {
            /** Format: date-time */
            starts_at: string;
        };
        /**
         * OpenIn
         * @description At the elder's home: the elder has just said yes aloud; who sits with the elder, minors marked.
         */
        OpenIn: {
            elder_agrees: boolean;
            /** @default [] */
            present: components["schemas"]["Companion"][];
        };
        /**
         * Companion
         * @description One beside the elder. A minor is shown when the `guardian_agrees` (个人信息保护法 art. 31), or sits `hidden`,
         *         out of the camera's sight.
         */
        Companion: {
            who: components["schemas"]["Present"];
            /** @default false */
            minor: boolean;
            /** @default false */
            guardian_agrees: boolean;
            /** @default false */
            hidden: boolean;
        };
        /**
         * TicketOut
         * @description For one minute and one use; it may stand in the page's address, and nowhere else.
         */
        TicketOut: {
            ticket: string;
            expires_at: string;
        };
        /**
         * TicketIn
         * @description The ticket from the page's address.
         */
        TicketIn: {
            ticket: string;
        };
        /**
         * RoomOut
         * @description The room as one person enters it. `signalling_path` is a path on this host, or a whole ws(s) URL.
         */
        RoomOut: {
            /** Format: uuid */
            call_id: string;
            /** Format: uuid */
            account_id: string;
            role: components["schemas"]["Seat"];
            name: string;
            elder: string;
            people: components["schemas"]["PersonOut"][];
            signalling_path: string;
        };
        /**
         * RoomGoesOn
         * @description What a media node is told of the room it reports: false, and everybody in it has to go.
         */
        RoomGoesOn: {
            goes_on: boolean;
        };
        /**
         * FamilyHome
         * @description 家: one card per elder.
         */
        FamilyHome: {
            elders: components["schemas"]["ElderHome"][];
        };
        /**
         * ElderHome
         * @description One elder on the family's first screen. `relation` is the reader's to the elder (儿子).
         */
        ElderHome: {
            elder: components["schemas"]["ElderCard"];
            relation: string | null;
            last_visit: components["schemas"]["LastVisit"] | null;
            next_call: components["schemas"]["CallCard"] | null;
            agreement: components["schemas"]["AgreementCard"] | null;
        };
        /**
         * ElderCard
         * @description An elder in a few words.
         */
        ElderCard: {
            /** Format: uuid */
            id: string;
            name: string;
            gender: components["schemas"]["Gender"];
            age: number;
            village: string;
            address: string;
            living_alone: boolean;
            ability_level: components["schemas"]["AbilityLevel"];
            tier: components["schemas"]["PriorityTier"];
        };
        /**
         * LastVisit
         * @description What the last visitor saw; null where the elder does not want it shown.
         */
        LastVisit: {
            /** Format: uuid */
            report_id: string;
            visited_at: string;
            mode: components["schemas"]["VisitMode"];
            visitor: string;
            health: components["schemas"]["Finding"] | null;
            economy: components["schemas"]["Finding"] | null;
            family_duty: components["schemas"]["Finding"] | null;
            safety: components["schemas"]["Finding"] | null;
            needs: components["schemas"]["Finding"] | null;
        };
        /**
         * CallCard
         * @description A call that is still to come or going on.
         */
        CallCard: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            elder_id: string;
            elder: string;
            state: components["schemas"]["CallState"];
            starts_at: string | null;
            times: string[];
            host: string | null;
            proposer: string;
        };
        /**
         * AgreementCard
         * @description An agreement under way or in force. `ask_again_on`: when an elder who said "not today", or no, is asked again.
         */
        AgreementCard: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            elder_id: string;
            elder: string;
            state: components["schemas"]["AgreementState"];
            supporter: string;
            caregiver: string | null;
            handed_in_at: string | null;
            ask_again_on: string | null;
            waits_for: components["schemas"]["Step"] | null;
        };
        /**
         * VisitorToday
         * @description 今天: whom to visit, which calls, which agreements need the elder's consent; whom to visit no longer.
         */
        VisitorToday: {
            visits: components["schemas"]["PlannedVisit"][];
            moved: components["schemas"]["MovedVisit"][];
            festival: components["schemas"]["NextFestival"] | null;
            calls: components["schemas"]["CallCard"][];
            agreements: components["schemas"]["AgreementCard"][];
        };
        /**
         * PlannedVisit
         * @description An elder on the visitor's own list: planned for a day, due on another, and for which occasions.
         *
         *         `absent` says why the elder is not at home these days.
         *         `assigned` is null where nobody is responsible, and the volunteer is paired with the elder.
         */
        PlannedVisit: {
            elder: components["schemas"]["ElderCard"];
            /** Format: date */
            plan_on: string;
            hamlet: string;
            /** Format: date */
            due_on: string;
            state: components["schemas"]["DueState"];
            last_visit_at: string | null;
            occasions: components["schemas"]["OccasionKind"][];
            assigned: components["schemas"]["AssignmentKind"] | null;
            absent: components["schemas"]["AbsenceReason"] | null;
        };
        /**
         * MovedVisit
         * @description An elder who was the volunteer's to visit until `ended_on`, and is `visitor`'s now, if anybody's.
         */
        MovedVisit: {
            elder: string;
            /** Format: date */
            ended_on: string;
            visitor: string | null;
        };
        /**
         * NextFestival
         * @description A festival that is near, when families like to see each other (R070).
         */
        NextFestival: {
            kind: components["schemas"]["OccasionKind"];
            /** Format: date */
            on: string;
        };
        /**
         * CommitteeTasks
         * @description 待办: what waits for the committee; how many elders' requests, corrections, needs and proposed changes nobody has
         *         settled yet.
         */
        CommitteeTasks: {
            agreements: components["schemas"]["AgreementCard"][];
            overdue: components["schemas"]["DueVisit"][];
            claims: components["schemas"]["ClaimCard"][];
            volunteers: components["schemas"]["VolunteerCard"][];
            requests: number;
            corrections: number;
            needs: number;
            proposals: number;
        };
        /**
         * DueVisit
         * @description An elder to be visited.
         */
        DueVisit: {
            elder: components["schemas"]["ElderCard"];
            /** Format: date */
            due_on: string;
            state: components["schemas"]["DueState"];
            last_visit_at: string | null;
        };
        /**
         * ClaimCard
         * @description A person who claimed a place and waits for confirmation.
         */
        ClaimCard: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            elder_id: string;
            duty: string;
            name: string;
            relation: string;
            claimed_at: string;
        };
        /**
         * VolunteerCard
         * @description A volunteer who waits for approval or training.
         */
        VolunteerCard: {
            /** Format: uuid */
            id: string;
            name: string;
            village: string;
            state: string;
            applied_at: string;
        };
        /**
         * Notifications
         * @description A page of the inbox, and how many are unread in all.
         */
        Notifications: {
            items: components["schemas"]["NotificationOut"][];
            next_cursor: string | null;
            unread: number;
        };
        /**
         * NotificationOut
         * @description One message. `page` is the mini-program's page it leads to.
         */
        NotificationOut: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["Kind"];
            title: string;
            body: string;
            page: string;
            created_at: string;
            read_at: string | null;
        };
        /**
         * Kind
         * @description What is being told.
         * @enum {unknown}
         */
        Kind: "agreement" | "call" | "care" | "incident" | "place" | "visit";
        /**
         * Subscriptions
         * @description Every kind there is.
         */
        Subscriptions: {
            items: components["schemas"]["Subscription"][];
        };
        /**
         * Subscription
         * @description One kind of message: WeChat's template to ask for, and how many messages are still paid for.
         */
        Subscription: {
            kind: components["schemas"]["Template"];
            template_id: string;
            left: number;
        };
        /**
         * Template
         * @description The subscription messages people can accept; the other kinds have none and stay in the inbox.
         * @enum {unknown}
         */
        Template: "agreement" | "call" | "visit";
        /**
         * SubscriptionsIn
         * @description What wx.requestSubscribeMessage answered, by our kind of template.
         */
        SubscriptionsIn: {
            answers: {
                [key: string]: components["schemas"]["backend.notifications.rules.Answer"];
            };
        };
        /**
         * Answer
         * @description wx.requestSubscribeMessage's word on one template; only the first two change what was granted.
         * @enum {unknown}
         */
        "backend.notifications.rules.Answer": "accept" | "ban" | "filter" | "reject";
        /**
         * FiguresQuery
         * @description Which month (`2026-03`), and under which place alone.
         */
        FiguresQuery: {
            month: string;
            /** @default null */
            division_id: string | null;
        };
        /**
         * MonthFigures
         * @description Every place in sight by code; a place's counts are the sums of those right under it.
         */
        MonthFigures: {
            month: string;
            /** Format: date */
            as_of: string;
            items: components["schemas"]["PlaceFigures"][];
        };
        /**
         * PlaceFigures
         * @description One place with all under it; what each count means is told at `Figures` in `backend/statistics/rules.py`.
         */
        PlaceFigures: {
            /** Format: uuid */
            division_id: string;
            parent_id: string | null;
            code: string;
            name: string;
            level: string;
            elders: number;
            agreements: number;
            agreement_rate: number | null;
            visits_owed: number;
            visited: number;
            visit_rate: number | null;
            overdue: number;
            calls: number;
            call_minutes: number;
        };
        /**
         * AsOfQuery
         * @description On which day (today), and under which place alone.
         */
        AsOfQuery: {
            /** @default null */
            as_of: string | null;
            /** @default null */
            division_id: string | null;
        };
        /**
         * AgreementRates
         * @description Every place in sight by code, at the end of `as_of`.
         */
        AgreementRates: {
            /** Format: date */
            as_of: string;
            items: components["schemas"]["AgreementPlace"][];
        };
        /**
         * AgreementPlace
         * @description One place with all under it: every elder of the register is in one part (see `Part` in
         *         `backend/statistics/rules.py`), and `rate` is those in force of all.
         */
        AgreementPlace: {
            /** Format: uuid */
            division_id: string;
            parent_id: string | null;
            code: string;
            name: string;
            level: string;
            on_register: number;
            rate: number | null;
            in_force: number;
            elder_declined: number;
            child_returned: number;
            suspended: number;
            draft: number;
            signed: number;
            consented: number;
            handed_in: number;
            returned: number;
            not_begun: number;
            expired: number;
            nothing: number;
        };
        /**
         * CareRates
         * @description Every place in sight by code, at the end of `as_of`.
         */
        CareRates: {
            /** Format: date */
            as_of: string;
            items: components["schemas"]["CarePlace"][];
        };
        /**
         * CarePlace
         * @description One place with all under it: who answers for those who cannot care for themselves (R052); `rate` is those
         *         somebody answers for, of all `dependent`.
         */
        CarePlace: {
            /** Format: uuid */
            division_id: string;
            parent_id: string | null;
            code: string;
            name: string;
            level: string;
            dependent: number;
            rate: number | null;
            agreement: number;
            child: number;
            guardian: number;
            nobody: number;
        };
        /**
         * UnattendedQuery
         * @description Under which place alone.
         */
        UnattendedQuery: {
            /** @default null */
            cursor: string | null;
            /** @default 20 */
            limit: number;
            /** @default null */
            division_id: string | null;
        };
        /**
         * UnattendedElders
         * @description A page of them.
         */
        UnattendedElders: {
            items: components["schemas"]["UnattendedElder"][];
            next_cursor: string | null;
        };
        /**
         * UnattendedElder
         * @description One who cannot care for himself or herself, and nobody answers for.
         */
        UnattendedElder: {
            /** Format: uuid */
            elder_id: string;
            name: string;
            village: string;
        };
        /**
         * VisitsAsOfQuery
         * @description The month or the quarter of the day, up to it.
         */
        VisitsAsOfQuery: {
            /** @default null */
            as_of: string | null;
            /** @default null */
            division_id: string | null;
            /** @default month */
            period: components["schemas"]["Period"];
        };
        /**
         * Period
         * @description Over how long it is counted, up to the day asked for.
         * @enum {unknown}
         */
        Period: "month" | "quarter";
        /**
         * VisitRates
         * @description Every place in sight by code, of the month or quarter of `as_of`, up to it.
         */
        VisitRates: {
            /** Format: date */
            as_of: string;
            period: components["schemas"]["Period"];
            items: components["schemas"]["PlaceVisits"][];
        };
        /**
         * PlaceVisits
         * @description One place with all under it: every elder of the period is in one part (see `Standing` in
         *         `backend/statistics/counting.py`). `rate` is `seen` of `owed`, `home_share` the visits `at_home` of all `visits`.
         */
        PlaceVisits: {
            /** Format: uuid */
            division_id: string;
            parent_id: string | null;
            code: string;
            name: string;
            level: string;
            owed: number;
            seen: number;
            rate: number | null;
            excluded: number;
            visited: number;
            from_afar: number;
            from_afar_only: number;
            missed: number;
            came_late: number;
            left_early: number;
            hospital: number;
            away: number;
            with_child: number;
            visits: number;
            at_home: number;
            home_share: number | null;
        };
        /**
         * StandingsQuery
         * @description Of the month of which day (today), under which place, and of which standing alone: null is everybody who was not
         *         plainly visited.
         */
        StandingsQuery: {
            /** @default null */
            cursor: string | null;
            /** @default 20 */
            limit: number;
            /** @default null */
            as_of: string | null;
            /** @default null */
            division_id: string | null;
            /** @default null */
            standing: components["schemas"]["Standing"] | null;
        };
        /**
         * Standing
         * @description The one part of a month or quarter an elder falls into.
         *
         *         Owed a visit: VISITED; FROM_AFAR (key people seen by phone and video only, which is flagged), FROM_AFAR_ONLY (the
         *         same where it does not count), MISSED. Not owed: CAME_LATE, LEFT_EARLY, HOSPITAL, AWAY, WITH_CHILD.
         * @enum {unknown}
         */
        Standing: "away" | "came_late" | "from_afar" | "from_afar_only" | "hospital" | "left_early" | "missed" | "visited" | "with_child";
        /**
         * ElderStandings
         * @description A page of them.
         */
        ElderStandings: {
            items: components["schemas"]["ElderStanding"][];
            next_cursor: string | null;
        };
        /**
         * ElderStanding
         * @description One elder's month: the days of it not at home by reason, and the days of coming and leaving (0: none).
         */
        ElderStanding: {
            /** Format: uuid */
            elder_id: string;
            name: string;
            village: string;
            standing: components["schemas"]["Standing"];
            came: number;
            left: number;
            hospital: number;
            away: number;
            with_child: number;
        };
        /**
         * LedgerQuery
         * @description Counts at the end of `as_of` (today), and who left from `since` (the quarter's first day) until then.
         *
         *         Of `division_id` (one's own place) and what lies under it; places below `down_to` are summed, not shown.
         */
        LedgerQuery: {
            /** @default null */
            as_of: string | null;
            /** @default null */
            since: string | null;
            /** @default null */
            division_id: string | null;
            /**
             * @default village
             * @enum {unknown}
             */
            down_to: "county" | "township" | "village";
        };
        /**
         * LedgerOut
         * @description The places asked for by code; a place's counts are the sums of those right under it.
         */
        LedgerOut: {
            /** Format: date */
            as_of: string;
            /** Format: date */
            since: string;
            items: components["schemas"]["LedgerPlace"][];
        };
        /**
         * LedgerPlace
         * @description One place with all under it; `ended_on` where it was no more on the day.
         */
        LedgerPlace: {
            /** Format: uuid */
            division_id: string;
            parent_id: string | null;
            code: string;
            name: string;
            level: string;
            ended_on: string | null;
            on_register: number;
            tiers: components["schemas"]["LedgerTier"][];
        };
        /**
         * LedgerTier
         * @description One tier's counts; `moved_within` and `merged` are changes of village, not of being on the register.
         */
        LedgerTier: {
            tier: components["schemas"]["PriorityTier"];
            on_register: number;
            left: {
                [key: string]: number;
            };
        };
        /**
         * LeaversQuery
         * @description Of one village, or for one reason.
         */
        LeaversQuery: {
            /** @default null */
            cursor: string | null;
            /** @default 20 */
            limit: number;
            /** @default null */
            village_id: string | null;
            /** @default null */
            reason: components["schemas"]["LeaveReason"] | null;
        };
        /**
         * Leavers
         * @description A page of leavings, the latest first; who came back stays on it.
         */
        Leavers: {
            items: components["schemas"]["LeaverRow"][];
            next_cursor: string | null;
        };
        /**
         * LeaverRow
         * @description One leaving. `where_to` in the village's words; `next_village` the other register an elder went to the same day;
         *         `kept_id` the file a double was merged into; `back_on` when the elder came back after it.
         */
        LeaverRow: {
            /** Format: uuid */
            elder_id: string;
            name: string;
            /** Format: uuid */
            village_id: string;
            village: string;
            /** Format: date */
            left_on: string;
            reason: components["schemas"]["LeaveReason"];
            where_to: string | null;
            next_village: string | null;
            kept_id: string | null;
            recorded_by: string | null;
            back_on: string | null;
            latest: boolean;
        };
        /**
         * WhereToIn
         * @description Where the elder went, in the village's words.
         */
        WhereToIn: {
            where_to: string;
        };
        /**
         * UnconfirmedFiles
         * @description A page of them, longest unlooked-at first.
         */
        UnconfirmedFiles: {
            items: components["schemas"]["UnconfirmedFile"][];
            next_cursor: string | null;
        };
        /**
         * UnconfirmedFile
         * @description A file nobody has looked through this quarter; `known_on`: last confirmed, or written down first.
         */
        UnconfirmedFile: {
            /** Format: uuid */
            elder_id: string;
            name: string;
            /** Format: uuid */
            village_id: string;
            village: string;
            /** Format: date */
            known_on: string;
            /** Format: date */
            due_on: string;
            overdue: boolean;
        };
        /**
         * LeaveIn
         * @description Why the elder goes off the register, and from which day.
         */
        LeaveIn: {
            /** @enum {unknown} */
            reason: "child_returned" | "died" | "institution" | "mistake" | "moved_away";
            /** Format: date */
            on: string;
        };
        /**
         * ComeBackIn
         * @description From which day.
         */
        ComeBackIn: {
            /** Format: date */
            on: string;
        };
        /**
         * MoveIn
         * @description To which village, and from which day.
         */
        MoveIn: {
            /** Format: uuid */
            village_id: string;
            /** Format: date */
            on: string;
        };
        /**
         * Consents
         * @description Everything one person is told and asked.
         */
        Consents: {
            items: components["schemas"]["PurposeOut"][];
        };
        /**
         * PurposeOut
         * @description A purpose in the words told today, and what was said of it, the latest first.
         *
         *         A `duty` is told and not asked; what is `sensitive` is asked apart.
         */
        PurposeOut: {
            purpose: components["schemas"]["Purpose"];
            version: string;
            title: string;
            text: string;
            duty: boolean;
            sensitive: boolean;
            state: components["schemas"]["ConsentState"];
            history: components["schemas"]["SaidBefore"][];
        };
        /**
         * Purpose
         * @description What the data is used for.
         * @enum {unknown}
         */
        Purpose: "account" | "calls" | "health" | "own_calls" | "photos" | "register" | "sharing" | "tell_duty" | "tell_economy" | "tell_health" | "tell_needs" | "tell_note" | "tell_photos" | "tell_safety" | "whereabouts";
        /**
         * ConsentState
         * @description What holds of one purpose.
         * @enum {unknown}
         */
        ConsentState: "given" | "not_asked" | "withdrawn";
        /**
         * SaidBefore
         * @description One yes or no, and to which words.
         */
        SaidBefore: {
            given: boolean;
            version: string;
            expressed: components["schemas"]["backend.consents.rules.Expressed"];
            witness: string | null;
            recorded_by: string;
            said_at: string;
        };
        /**
         * Expressed
         * @description How it was said: by oneself in the client, or by an elder to who wrote it down.
         * @enum {unknown}
         */
        "backend.consents.rules.Expressed": "client" | "fingerprint" | "handwriting" | "spoken";
        /**
         * ElderConsentIn
         * @description The elder agrees to the words `version`, said in this way before a witness.
         */
        ElderConsentIn: {
            purpose: components["schemas"]["Purpose"];
            version: string;
            expressed: components["schemas"]["backend.consents.rules.Expressed"];
            /** @default null */
            witness: string | null;
        };
        /**
         * ElderWithdrawalIn
         * @description The elder does not agree, or no longer.
         */
        ElderWithdrawalIn: {
            purpose: components["schemas"]["Purpose"];
            expressed: components["schemas"]["backend.consents.rules.Expressed"];
            /** @default null */
            witness: string | null;
        };
        /**
         * ElderSharing
         * @description The parts of a visit in the words the elder is asked, and what was said of each.
         *
         *         `allowed`: false while the elder wants the family to see nothing at all.
         */
        ElderSharing: {
            allowed: boolean;
            parts: components["schemas"]["PurposeOut"][];
        };
        /**
         * SharingIn
         * @description What the elder lets the family see of visits and what not, said in this way before a witness.
         *
         *         A part that is not named stays as it is.
         */
        SharingIn: {
            parts: {
                [key: string]: boolean;
            };
            expressed: components["schemas"]["backend.consents.rules.Expressed"];
            /** @default null */
            witness: string | null;
        };
        /**
         * OwnConsentIn
         * @description I agree to the words `version`.
         */
        OwnConsentIn: {
            purpose: components["schemas"]["Purpose"];
            version: string;
        };
        /**
         * OwnWithdrawalIn
         * @description I no longer agree.
         */
        OwnWithdrawalIn: {
            purpose: components["schemas"]["Purpose"];
        };
        /**
         * Corrections
         * @description A page of them.
         */
        Corrections: {
            items: components["schemas"]["CorrectionRow"][];
            next_cursor: string | null;
        };
        /**
         * CorrectionIn
         * @description What is wrong in which part, and how it should be.
         */
        CorrectionIn: {
            part: components["schemas"]["FilePart"];
            words: string;
        };
        /**
         * CorrectionAnswerIn
         * @description Corrected, or refused; and what was done, or why nothing.
         */
        CorrectionAnswerIn: {
            /** @enum {unknown} */
            outcome: "corrected" | "refused";
            words: string;
        };
        /**
         * Readings
         * @description A page of them, the latest first.
         */
        Readings: {
            items: components["schemas"]["ReadingOut"][];
            next_cursor: string | null;
        };
        /**
         * ReadingOut
         * @description One reading. `name` is for the committee alone.
         */
        ReadingOut: {
            at: string;
            role: components["schemas"]["Role"];
            office: string | null;
            name: string | null;
            purpose: string;
            what: string;
        };
        /**
         * FamilyYear
         * @description A page of a year with the elder, the latest first.
         */
        FamilyYear: {
            items: components["schemas"]["YearRow"][];
            next_cursor: string | null;
        };
        /**
         * YearRow
         * @description One line; `who` visited or sat with the elder in the call. What the elder does not want shown is null.
         */
        YearRow: {
            at: string;
            line: components["schemas"]["YearLine"];
            /** Format: uuid */
            id: string;
            what: string | null;
            who: string | null;
            seconds: number;
            health: ("good" | "watch" | "help") | null;
            economy: ("good" | "watch" | "help") | null;
            family_duty: ("good" | "watch" | "help") | null;
            safety: ("good" | "watch" | "help") | null;
            needs: ("good" | "watch" | "help") | null;
            photo_ids: string[];
        };
        /**
         * YearLine
         * @description What a line tells. `what` is a VisitMode or a ContactKind; of a call only the minutes are told.
         * @enum {unknown}
         */
        YearLine: "call" | "contact" | "visit";
        /**
         * PersonalDocument
         * @description Everything kept of one person.
         */
        PersonalDocument: {
            layout: string;
            made_at: string;
            about: components["schemas"]["About"];
            tables: {
                [key: string]: Record<string, never>[];
            };
        };
        /**
         * About
         * @description Whose data it is.
         */
        About: {
            /** @enum {unknown} */
            kind: "account" | "agreement" | "division" | "elder" | "import" | "incident";
            /** Format: uuid */
            id: string;
        };
        /**
         * Doubles
         * @description A page of pairs, by name.
         */
        Doubles: {
            items: components["schemas"]["LikelyDouble"][];
            next_cursor: string | null;
        };
        /**
         * LikelyDouble
         * @description Two files, the older one first; `mergeable` while both stand on the register.
         */
        LikelyDouble: {
            alike: components["schemas"]["Likeness"];
            files: components["schemas"]["SideBySide"][];
            mergeable: boolean;
        };
        /**
         * Likeness
         * @description What two files have in common.
         * @enum {unknown}
         */
        Likeness: "name_and_birthday" | "number";
        /**
         * SideBySide
         * @description One of two files, as far as it helps to tell whose it is. `in_use`: an agreement or a call is under way on it,
         *         so it is the one to keep.
         */
        SideBySide: {
            /** Format: uuid */
            elder_id: string;
            name: string;
            gender: string;
            /** Format: date */
            born_on: string;
            village: string;
            address: string;
            living_alone: boolean;
            tier: string;
            has_number: boolean;
            /** Format: date */
            registered_on: string;
            confirmed_on: string | null;
            left_on: string | null;
            family: string[];
            volunteers: number;
            visits: number;
            agreements: number;
            in_use: boolean;
        };
        /**
         * FileMergeIn
         * @description The file that goes: another one of the same person.
         */
        FileMergeIn: {
            /** Format: uuid */
            double_id: string;
        };
        /**
         * OtherFiles
         * @description All of them.
         */
        OtherFiles: {
            items: components["schemas"]["OtherFile"][];
        };
        /**
         * OtherFile
         * @description Another file of the same person: the one that is `kept`, or a double.
         */
        OtherFile: {
            /** Format: uuid */
            elder_id: string;
            village: string;
            merged_at: string;
            kept: boolean;
        };
        /**
         * KeyHelpQuery
         * @description Of one village, or of all in sight.
         */
        KeyHelpQuery: {
            /** @default null */
            cursor: string | null;
            /** @default 20 */
            limit: number;
            /** @default null */
            village_id: string | null;
        };
        /**
         * KeyHelp
         * @description A page of the list, the longest listed first.
         */
        KeyHelp: {
            items: components["schemas"]["KeyHelpRow"][];
            next_cursor: string | null;
        };
        /**
         * KeyHelpRow
         * @description One elder on the list: since when, why (the other alerts; none of them: in hardship), and whether the township
         *         was told.
         */
        KeyHelpRow: {
            /** Format: uuid */
            elder_id: string;
            name: string;
            /** Format: uuid */
            village_id: string;
            village: string;
            since: string;
            reported: boolean;
            alerts: components["schemas"]["AlertKind"][];
        };
        /**
         * AlertKind
         * @description What stands on a file until it no longer holds; KEY_HELP is the village's own list (R035).
         * @enum {unknown}
         */
        AlertKind: "a_child_should_stay" | "high_risk" | "key_help" | "must_not_live_alone";
        /**
         * KeyHelpCounts
         * @description Villages by code; those with nobody on their list are left out.
         */
        KeyHelpCounts: {
            items: components["schemas"]["KeyHelpCount"][];
        };
        /**
         * KeyHelpCount
         * @description How many stand on one village's list, and of how many of them the township was told.
         */
        KeyHelpCount: {
            /** Format: uuid */
            village_id: string;
            village: string;
            township: string | null;
            elders: number;
            reported: number;
        };
        /**
         * DecisionIn
         * @description Which supporter on the elder's file stays, as the family agreed on a day.
         */
        DecisionIn: {
            /** Format: uuid */
            member_id: string;
            /** Format: date */
            decided_on: string;
            /** @default null */
            note: string | null;
        };
        /**
         * Decisions
         * @description What was agreed, the latest first.
         */
        Decisions: {
            items: components["schemas"]["DecisionRow"][];
        };
        /**
         * DecisionRow
         * @description What a family agreed: who stays, and since when that is agreed.
         */
        DecisionRow: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            member_id: string;
            member: string;
            relation: string;
            /** Format: date */
            decided_on: string;
            note: string | null;
        };
        /**
         * TasksQuery
         * @description Which page of the list; `overdue`: of those alone whose time is over; of one kind, or without one.
         */
        TasksQuery: {
            /** @default false */
            overdue: boolean;
            /** @default null */
            kind: components["schemas"]["TaskKind"] | null;
            /** @default null */
            without: components["schemas"]["TaskKind"] | null;
            /** @default null */
            cursor: string | null;
            /** @default 20 */
            limit: number;
        };
        /**
         * TaskKind
         * @description What is to be done; the subject of each is an elder, of INCIDENT_CALL an incident.
         * @enum {unknown}
         */
        TaskKind: "a_child_should_stay" | "agreement_call" | "agreement_review" | "family_unread" | "high_risk" | "incident_call" | "monthly_talk" | "must_not_live_alone" | "unhosted_call";
        /**
         * TaskCards
         * @description A page of them, the earliest due first.
         */
        TaskCards: {
            items: components["schemas"]["TaskCard"][];
            next_cursor: string | null;
        };
        /**
         * TaskCard
         * @description What is to be done about an elder, by when; `in_words`: settled by telling what was done.
         */
        TaskCard: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["TaskKind"];
            /** Format: uuid */
            elder_id: string;
            elder: string;
            village: string;
            raised_at: string;
            due_at: string;
            overdue: boolean;
            in_words: boolean;
            /** @default null */
            incident_id: string | null;
        };
        /**
         * TaskPlaces
         * @description Open and overdue tasks by place.
         */
        TaskPlaces: {
            items: components["schemas"]["TaskCounts"][];
        };
        /**
         * TaskCounts
         * @description How many tasks of one place are open, and for how many of them the time is over.
         */
        TaskCounts: {
            /** Format: uuid */
            division_id: string;
            code: string;
            division: string;
            open: number;
            overdue: number;
        };
        /**
         * TaskAnswerIn
         * @description What was done.
         */
        TaskAnswerIn: {
            note: string;
        };
        /**
         * DutyRoster
         * @description The asker's place and those right below it.
         */
        DutyRoster: {
            items: components["schemas"]["DutyPlace"][];
        };
        /**
         * DutyPlace
         * @description A place, who is on duty there, and who else could be.
         */
        DutyPlace: {
            /** Format: uuid */
            division_id: string;
            level: components["schemas"]["IncidentLevel"];
            division: string;
            on_duty: components["schemas"]["OnDuty"][];
            officials: components["schemas"]["Official"][];
        };
        /**
         * IncidentLevel
         * @description Who answers, from near to far (R093).
         * @enum {unknown}
         */
        IncidentLevel: "county" | "township" | "village";
        /**
         * OnDuty
         * @description Who answers for a place in one half of the day.
         */
        OnDuty: {
            watch: components["schemas"]["Watch"];
            /** Format: uuid */
            account_id: string;
            name: string;
            phone: string;
        };
        /**
         * Watch
         * @description The two halves of a day a duty holder answers for.
         * @enum {unknown}
         */
        Watch: "day" | "night";
        /**
         * Official
         * @description Somebody who could.
         */
        Official: {
            /** Format: uuid */
            account_id: string;
            name: string;
        };
        /**
         * DutyHolderIn
         * @description Who answers for a place from now on, under which number, in which halves of the day.
         */
        DutyHolderIn: {
            /** Format: uuid */
            division_id: string;
            /** Format: uuid */
            account_id: string;
            phone: string;
            watches: components["schemas"]["Watch"][];
        };
        /**
         * EmergencyPlan
         * @description The escalation table in force where the asker answers.
         */
        EmergencyPlan: {
            /** Format: uuid */
            division_id: string;
            table: components["schemas"]["EscalationTable"];
        };
        /**
         * EscalationTable
         * @description A county's emergency plan (R091): how long each level has before the next is asked, by kind of concern.
         *
         *         The plans ask for fast answers and give no minutes: these are ours, to be set by each county. One field for each
         *         kind. Who was told and has not read it after `read_minutes` is rung.
         */
        EscalationTable: {
            /**
             * @default {
             *       "village": 5,
             *       "township": 10,
             *       "county": 10,
             *       "village_night": 10,
             *       "township_night": 10,
             *       "county_night": 15
             *     }
             */
            harm: components["schemas"]["Answering"];
            /**
             * @default {
             *       "village": 5,
             *       "township": 10,
             *       "county": 10,
             *       "village_night": 10,
             *       "township_night": 10,
             *       "county_night": 15
             *     }
             */
            critical_illness: components["schemas"]["Answering"];
            /**
             * @default {
             *       "village": 5,
             *       "township": 10,
             *       "county": 10,
             *       "village_night": 10,
             *       "township_night": 10,
             *       "county_night": 15
             *     }
             */
            mental_illness: components["schemas"]["Answering"];
            /**
             * @default {
             *       "village": 5,
             *       "township": 10,
             *       "county": 10,
             *       "village_night": 10,
             *       "township_night": 10,
             *       "county_night": 15
             *     }
             */
            wandering: components["schemas"]["Answering"];
            /**
             * @default {
             *       "village": 5,
             *       "township": 10,
             *       "county": 10,
             *       "village_night": 10,
             *       "township_night": 10,
             *       "county_night": 15
             *     }
             */
            disaster: components["schemas"]["Answering"];
            /**
             * @default {
             *       "village": 30,
             *       "township": 30,
             *       "county": 60,
             *       "village_night": 60,
             *       "township_night": 60,
             *       "county_night": 120
             *     }
             */
            illness: components["schemas"]["Answering"];
            /**
             * @default {
             *       "village": 30,
             *       "township": 30,
             *       "county": 60,
             *       "village_night": 60,
             *       "township_night": 60,
             *       "county_night": 120
             *     }
             */
            hardship: components["schemas"]["Answering"];
            /**
             * @default {
             *       "village": 30,
             *       "township": 30,
             *       "county": 60,
             *       "village_night": 60,
             *       "township_night": 60,
             *       "county_night": 120
             *     }
             */
            other: components["schemas"]["Answering"];
            /** @default 7 */
            day_from: number;
            /** @default 21 */
            night_from: number;
            /** @default 15 */
            read_minutes: number;
        };
        /**
         * Answering
         * @description Minutes each level has to answer a concern of one kind, by day and by night.
         */
        Answering: {
            village: number;
            township: number;
            county: number;
            village_night: number;
            township_night: number;
            county_night: number;
        };
        /**
         * EmergencyPlanIn
         * @description The table to hold in a place from a day on.
         */
        EmergencyPlanIn: {
            /** Format: uuid */
            division_id: string;
            /** Format: date */
            starts_on: string;
            table: components["schemas"]["EscalationTable"];
        };
        /**
         * ConcernIn
         * @description One tap: about whom, what, when; words, picture and names may be left out.
         */
        ConcernIn: {
            /** Format: uuid */
            elder_id: string;
            kind: components["schemas"]["ConcernKind"];
            /** Format: date-time */
            noticed_at: string;
            /** @default null */
            words: string | null;
            /** @default null */
            photo_id: string | null;
            /** @default [] */
            accounts: string[];
            /** @default [] */
            parts: components["schemas"]["NamedPart"][];
        };
        /**
         * ConcernKind
         * @description What a concern is about: R092's five, R095's illness and disaster, and what fits none of them.
         * @enum {unknown}
         */
        ConcernKind: "critical_illness" | "disaster" | "hardship" | "harm" | "illness" | "mental_illness" | "other" | "wandering";
        /**
         * NamedPart
         * @description Whom a concern names without saying who: everybody who has this part beside the elder.
         * @enum {unknown}
         */
        NamedPart: "caregiver" | "child" | "committee" | "visitor";
        /**
         * IncidentsQuery
         * @description Which page of the list; those that are closed, or those of one elder.
         */
        IncidentsQuery: {
            /** @default false */
            closed: boolean;
            /** @default null */
            elder_id: string | null;
            /** @default null */
            cursor: string | null;
            /** @default 20 */
            limit: number;
        };
        /**
         * IncidentPage
         * @description A page of them, the latest first.
         */
        IncidentPage: {
            items: components["schemas"]["IncidentRow"][];
            next_cursor: string | null;
        };
        /**
         * IncidentRow
         * @description An incident as a list shows one. `due_at`: until when the level asked last has to answer.
         *
         *         `mine`: the asker raised it. `office`: the asker's office may lead it.
         */
        IncidentRow: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            elder_id: string;
            elder: string;
            village: string;
            kind: components["schemas"]["ConcernKind"];
            state: components["schemas"]["IncidentState"];
            level: components["schemas"]["IncidentLevel"];
            noticed_at: string;
            raised_at: string;
            due_at: string | null;
            closed_at: string | null;
            owner: string | null;
            mine: boolean;
            office: boolean;
        };
        /**
         * IncidentState
         * @description How far an incident is.
         * @enum {unknown}
         */
        IncidentState: "acknowledged" | "closed" | "handed_over" | "handling" | "raised" | "reviewed";
        /**
         * IncidentCounts
         * @description Open incidents by village and kind.
         */
        IncidentCounts: {
            items: components["schemas"]["IncidentCount"][];
        };
        /**
         * IncidentCount
         * @description How many incidents of one kind are open in one village, and how many of them nobody has answered.
         */
        IncidentCount: {
            /** Format: uuid */
            division_id: string;
            code: string;
            division: string;
            kind: components["schemas"]["ConcernKind"];
            open: number;
            unanswered: number;
        };
        /**
         * Nameable
         * @description Whom a concern about the elder can name, and whom to ring at once.
         */
        Nameable: {
            items: components["schemas"]["NameableRow"][];
            on_duty: components["schemas"]["DutyNumber"][];
        };
        /**
         * NameableRow
         * @description Somebody with a part beside the elder.
         */
        NameableRow: {
            /** Format: uuid */
            account_id: string;
            name: string;
            part: components["schemas"]["NamedPart"];
        };
        /**
         * DutyNumber
         * @description Whom to ring near an elder.
         */
        DutyNumber: {
            level: components["schemas"]["IncidentLevel"];
            watch: components["schemas"]["Watch"];
            name: string;
            phone: string;
        };
        /**
         * IncidentFile
         * @description One incident with its history. What only the office sees is None or empty for the others.
         *
         *         `unread`: the asker was told and has not yet said so. `ring_task`: the open task to ring those who have not.
         */
        IncidentFile: {
            incident: components["schemas"]["IncidentRow"];
            words: string | null;
            photo: boolean;
            unread: boolean;
            steps: components["schemas"]["IncidentStepRow"][];
            possible: components["schemas"]["IncidentStep"][];
            /** @default null */
            outcome: components["schemas"]["IncidentOutcome"] | null;
            /** @default null */
            raised_by: string | null;
            /** @default null */
            address: string | null;
            /** @default [] */
            names: string[];
            /** @default [] */
            told: components["schemas"]["backend.incidents.queries.ToldRow"][];
            /** @default null */
            ring_task: string | null;
            /** @default null */
            review: components["schemas"]["ReviewRow"] | null;
        };
        /**
         * IncidentStepRow
         * @description One line of the history, done or due. `who`: who took the step, or who was asked, None where nobody is named.
         */
        IncidentStepRow: {
            step: components["schemas"]["IncidentStep"];
            level: components["schemas"]["IncidentLevel"] | null;
            due_at: string;
            done_at: string | null;
            who: string | null;
            service: components["schemas"]["Service"] | null;
            happened_at: string | null;
            taken_by: string | null;
            words: string | null;
        };
        /**
         * IncidentStep
         * @description A line of an incident's history. ASK, ALARM and RING are the clock's own, the others somebody's.
         * @enum {unknown}
         */
        IncidentStep: "acknowledge" | "alarm" | "ask" | "close" | "hand_over" | "handle" | "pass_up" | "raise" | "review" | "ring";
        /**
         * Service
         * @description To whom an incident is handed over (R096): the police, an ambulance, another department.
         * @enum {unknown}
         */
        Service: "ambulance" | "other" | "police";
        /**
         * IncidentOutcome
         * @description How it ended: seen to, or there was nothing.
         * @enum {unknown}
         */
        IncidentOutcome: "settled" | "unfounded";
        /**
         * ToldRow
         * @description Somebody who was told, and whether it was read; `phone` to ring.
         */
        "backend.incidents.queries.ToldRow": {
            /** Format: uuid */
            account_id: string;
            name: string;
            family: boolean;
            phone: string | null;
            told_at: string;
            read_at: string | null;
        };
        /**
         * ReviewRow
         * @description The look back.
         */
        ReviewRow: {
            happened: string;
            done: string;
            change: string;
            reviewed_by: string;
            reviewed_at: string;
        };
        /**
         * IncidentStepIn
         * @description The step, and what it tells; which step needs what, the refusal says.
         */
        IncidentStepIn: {
            step: components["schemas"]["IncidentStep"];
            /** @default null */
            words: string | null;
            /** @default null */
            service: components["schemas"]["Service"] | null;
            /** @default null */
            at: string | null;
            /** @default null */
            taken_by: string | null;
            /** @default null */
            outcome: components["schemas"]["IncidentOutcome"] | null;
            /** @default null */
            happened: string | null;
            /** @default null */
            done: string | null;
            /** @default null */
            change: string | null;
        };
        /**
         * IncidentStands
         * @description Where it stands after the step.
         */
        IncidentStands: {
            state: components["schemas"]["IncidentState"];
        };
        /**
         * Campaigns
         * @description The latest first.
         */
        Campaigns: {
            items: components["schemas"]["CampaignOut"][];
        };
        /**
         * CampaignOut
         * @description A screening; `running` on the days on which doors are ticked. `place_id` is one's own place in it.
         */
        CampaignOut: {
            /** Format: uuid */
            id: string;
            name: string;
            season: components["schemas"]["Season"];
            division: string;
            /** Format: date */
            starts_on: string;
            /** Format: date */
            ends_on: string;
            running: boolean;
            /** Format: uuid */
            place_id: string;
        };
        /**
         * Season
         * @description The plan's two screenings a year (R011), or one of a place's own.
         * @enum {unknown}
         */
        Season: "autumn" | "other" | "spring";
        /**
         * CampaignIn
         * @description A screening of all villages of a place.
         */
        CampaignIn: {
            /** Format: uuid */
            division_id: string;
            name: string;
            /** Format: date */
            starts_on: string;
            /** Format: date */
            ends_on: string;
        };
        /**
         * CoverageOut
         * @description The place asked for with all under it, by code.
         */
        CoverageOut: {
            campaign: components["schemas"]["CampaignOut"];
            items: components["schemas"]["CoverageRow"][];
        };
        /**
         * CoverageRow
         * @description A place's figures; `percent` of its households are done, rounded down.
         */
        CoverageRow: {
            /** Format: uuid */
            division_id: string;
            code: string;
            division: string;
            level: string;
            parent_id: string | null;
            villages: number;
            unlisted: number;
            households: number;
            done: number;
            nobody_home: number;
            registered: number;
            focus: number;
            focus_done: number;
            percent: number;
        };
        /**
         * DoorsQuery
         * @description Which page of the list; `unfinished`: of those alone that are still to be visited.
         */
        DoorsQuery: {
            /** @default false */
            unfinished: boolean;
            /** @default null */
            cursor: string | null;
            /** @default 50 */
            limit: number;
        };
        /**
         * Doors
         * @description A page of a village's list, focus households first.
         */
        Doors: {
            items: components["schemas"]["Door"][];
            next_cursor: string | null;
        };
        /**
         * Door
         * @description A household on a village's list, and what was found there this time; None: nobody has knocked yet.
         */
        Door: {
            /** Format: uuid */
            id: string;
            address: string;
            head: string;
            poor: boolean;
            very_old: boolean;
            disabled: boolean;
            focus: boolean;
            outcome: components["schemas"]["Outcome"] | null;
            checked_on: string | null;
            note: string | null;
        };
        /**
         * Outcome
         * @description What the committee found at a door.
         * @enum {unknown}
         */
        Outcome: "no_left_behind" | "nobody_home" | "on_file" | "registered";
        /**
         * TickIn
         * @description What was found at a door.
         */
        TickIn: {
            outcome: components["schemas"]["Outcome"];
            /** @default null */
            note: string | null;
        };
        /**
         * HouseholdsIn
         * @description Households of one village.
         */
        HouseholdsIn: {
            /** Format: uuid */
            village_id: string;
            households: components["schemas"]["HouseholdIn"][];
        };
        /**
         * HouseholdIn
         * @description A door.
         */
        HouseholdIn: {
            address: string;
            head: string;
            /** @default false */
            poor: boolean;
            /** @default false */
            very_old: boolean;
            /** @default false */
            disabled: boolean;
        };
        /**
         * HouseholdsMade
         * @description Those that were not on the list before.
         */
        HouseholdsMade: {
            ids: string[];
        };
        /**
         * PoliciesInForce
         * @description What holds in a place today, and what has been set for days to come, there or above it.
         */
        PoliciesInForce: {
            /** Format: uuid */
            division_id: string;
            values: components["schemas"]["PolicyValues"];
            coming: components["schemas"]["ComingPolicy"][];
        };
        /**
         * PolicyValues
         * @description A value for each kind that is told. The emergency plan has a page of its own.
         */
        PolicyValues: {
            /** @default null */
            visit_rhythm: components["schemas"]["VisitRhythm"] | null;
            /** @default null */
            visit_counting: components["schemas"]["VisitCounting"] | null;
            /** @default null */
            occasions: components["schemas"]["OccasionPolicy"] | null;
            /** @default null */
            visit_quality: components["schemas"]["VisitQuality"] | null;
            /** @default null */
            spot_check_share: components["schemas"]["SpotCheckShare"] | null;
            /** @default null */
            family_reading: components["schemas"]["FamilyReading"] | null;
            /** @default null */
            call_booking: components["schemas"]["CallBooking"] | null;
            /** @default null */
            festival_calls: components["schemas"]["FestivalCalls"] | null;
            /** @default null */
            call_capacity: components["schemas"]["CallCapacity"] | null;
            /** @default null */
            contact_rhythm: components["schemas"]["ContactRhythm"] | null;
            /** @default null */
            whereabouts: components["schemas"]["WhereaboutsRhythm"] | null;
            /** @default null */
            task_days: components["schemas"]["TaskDays"] | null;
            /** @default null */
            risk_standard: components["schemas"]["RiskStandard"] | null;
            /** @default null */
            eligibility: components["schemas"]["EligibilityPolicy"] | null;
        };
        /**
         * VisitRhythm
         * @description Days from one visit to the next, by priority tier: never more than a month (R055), key people sooner (R056).
         *
         *         Who is at high risk is visited at least every `high_risk` days, whatever the tier. A guarantee cadre comes every
         *         `cadre` days, counted apart from the responsible visitor (R064, R065).
         *         Those not yet classified are visited like those of the second group: often enough for what nobody knows yet, and
         *         not so often that a village which has yet to assess everybody could visit nobody in time.
         */
        VisitRhythm: {
            /** @default 7 */
            high: number;
            /** @default 14 */
            medium: number;
            /** @default 30 */
            routine: number;
            /** @default 14 */
            unclassified: number;
            /** @default 7 */
            high_risk: number;
            /** @default 7 */
            cadre: number;
        };
        /**
         * VisitCounting
         * @description Who is owed a visit in a month, and which visits are one (R055, R057-R059). What holds on a month's first day
         *         holds for the month: nobody changes the rule in its course.
         *
         *         Not owed is who came later than the day `came_by`, or left before the day `left_from`; and who was in hospital for
         *         more than `hospital_days` of the month, or away (also at a child's home) for more than `away_days`. They are listed
         *         with the reason, and counted when visited anyway, but for those who left. A home visit always counts. With
         *         `key_people_in_person` a month of phone and video alone does not count for key people; without, it is only flagged.
         */
        VisitCounting: {
            /** @default 0 */
            came_by: number;
            /** @default 32 */
            left_from: number;
            /** @default 15 */
            hospital_days: number;
            /** @default 15 */
            away_days: number;
            /** @default true */
            phone: boolean;
            /** @default true */
            video: boolean;
            /** @default true */
            group: boolean;
            /** @default false */
            key_people_in_person: boolean;
        };
        /**
         * OccasionPolicy
         * @description How long before a festival or birthday (R069, R070) its visit counts, and how soon one after an event must be.
         *
         *         `by_phone`: a phone or video visit counts as well; a gathering never does.
         */
        OccasionPolicy: {
            /** @default 7 */
            festival_days: number;
            /** @default 3 */
            birthday_days: number;
            /** @default 24 */
            event_hours: number;
            /** @default true */
            weather_by_phone: boolean;
            /** @default false */
            event_by_phone: boolean;
        };
        /**
         * VisitQuality
         * @description From when on the entries of a visitor raise a question, never a verdict (R082).
         *
         *         `entries` received within `entry_minutes`; the same words, `shortest_words` characters or more, with `same_words`
         *         elders or more; two home visits in different villages within `travel_minutes`; a home visit shorter than
         *         `least_minutes`.
         */
        VisitQuality: {
            /** @default 6 */
            entries: number;
            /** @default 10 */
            entry_minutes: number;
            /** @default 3 */
            same_words: number;
            /** @default 8 */
            shortest_words: number;
            /** @default 20 */
            travel_minutes: number;
            /** @default 10 */
            least_minutes: number;
        };
        /**
         * SpotCheckShare
         * @description How many of a month's reports the township checks with the elder (R079): of each village `percent` of them,
         *         rounded up, and `at_least` so many where there are.
         */
        SpotCheckShare: {
            /** @default 5 */
            percent: number;
            /** @default 1 */
            at_least: number;
        };
        /**
         * FamilyReading
         * @description After how many days a family that has opened no report is rung up, and how many the village has for it (R045).
         */
        FamilyReading: {
            /** @default 14 */
            unread_days: number;
            /** @default 7 */
            answer_days: number;
        };
        /**
         * CallBooking
         * @description How family calls are booked (R083, R086): what the plans ask for without naming numbers, so these are ours.
         *
         *         A call takes `minutes` of everybody's time, the way there included. Of those who could step in for a host each has
         *         `offer_minutes` alone. A call that nobody hosts `committee_hours` before its time is the committee's task. A family
         *         that had no call for `nudge_days` is reminded.
         */
        CallBooking: {
            /** @default 45 */
            minutes: number;
            /** @default 30 */
            offer_minutes: number;
            /** @default 6 */
            committee_hours: number;
            /** @default 30 */
            nudge_days: number;
        };
        /**
         * FestivalCalls
         * @description How many times a usual evening's calls a festival brings, of which Spring Festival's Eve brings most, and over
         *         how many hours of the evening calls can be spread (R070).
         */
        FestivalCalls: {
            /** @default 20 */
            eve_times: number;
            /** @default 5 */
            festival_times: number;
            /** @default 4 */
            evening_hours: number;
        };
        /**
         * CallCapacity
         * @description What the media servers carry at one time, for the forecast of an evening.
         *
         *         A call of three costs `call_ms` of one core in each second: six streams of 112 packets a second, at some 54 µs each;
         *         from 46 to 103 were measured on busy machines, so a county that counts on it measures its own. `cores` serve calls, and may be used to `percent`, so that
         *         an evening's peak is carried too.
         */
        CallCapacity: {
            /** @default 36 */
            call_ms: number;
            /** @default 2 */
            cores: number;
            /** @default 60 */
            percent: number;
        };
        /**
         * ContactRhythm
         * @description Every how many days a child away is in touch with the elder (R044: the plans ask for a system and name no days).
         *
         *         A supporter may choose another number, up to `longest_days`.
         */
        ContactRhythm: {
            /** @default 7 */
            usual_days: number;
            /** @default 30 */
            longest_days: number;
        };
        /**
         * WhereaboutsRhythm
         * @description After how many days without word a supporter is asked to confirm the whereabouts (R016: in time, truthfully).
         */
        WhereaboutsRhythm: {
            /** @default 90 */
            confirm_days: number;
        };
        /**
         * TaskDays
         * @description Days a village has to act on what it finds (R032, R033); for high risk the risk standard says how many hours.
         */
        TaskDays: {
            /** @default 7 */
            must_not_live_alone: number;
            /** @default 14 */
            a_child_should_stay: number;
        };
        /**
         * RiskStandard
         * @description What each mark on an elder's file weighs, and from how many points on the risk is medium or high (R034).
         *
         *         The plan asks for a standard and gives none: these defaults are ours, to be published with the figures they lead to.
         *         High risk is answered within `answer_hours`.
         */
        RiskStandard: {
            /** @default 4 */
            must_not_live_alone: number;
            /** @default 3 */
            a_child_should_stay: number;
            /** @default 2 */
            lives_alone: number;
            /** @default 2 */
            very_old: number;
            /** @default 2 */
            ability_lost: number;
            /** @default 1 */
            disabled: number;
            /** @default 1 */
            poor: number;
            /** @default 1 */
            raises_a_minor: number;
            /** @default 3 */
            medium_from: number;
            /** @default 6 */
            high_from: number;
            /** @default 24 */
            answer_hours: number;
        };
        /**
         * ComingPolicy
         * @description A value set for a day to come, by which place.
         */
        ComingPolicy: {
            name: string;
            place: string;
            /** Format: date */
            starts_on: string;
        };
        /**
         * PoliciesIn
         * @description Each of `values` that is told holds in the place from the day on.
         */
        PoliciesIn: {
            /** Format: uuid */
            division_id: string;
            /** Format: date */
            starts_on: string;
            values: components["schemas"]["PolicyValues"];
        };
        /**
         * Divisions
         * @description Places by code.
         */
        Divisions: {
            items: components["schemas"]["DivisionRow"][];
        };
        /**
         * DivisionRow
         * @description One place in sight.
         */
        DivisionRow: {
            /** Format: uuid */
            id: string;
            code: string;
            name: string;
            level: string;
            parent_id: string | null;
        };
        /**
         * TreeQuery
         * @description As the tree stood on a day, or today.
         */
        TreeQuery: {
            /** @default null */
            as_of: string | null;
        };
        /**
         * DivisionTree
         * @description Places by code as of the day, and those that went before it: they have an `ends_on` up to it.
         */
        DivisionTree: {
            /** Format: date */
            as_of: string;
            items: components["schemas"]["PlaceRow"][];
        };
        /**
         * PlaceRow
         * @description One place as the tree stood on a day, or as it was when it went: `ends_on` and who answers for it since.
         *
         *         `parent_id` is the place right above it then, in sight or not.
         */
        PlaceRow: {
            /** Format: uuid */
            id: string;
            code: string;
            name: string;
            level: string;
            parent_id: string | null;
            /** Format: date */
            starts_on: string;
            ends_on: string | null;
            successor_id: string | null;
            successor_code: string | null;
            successor: string | null;
        };
        /**
         * TakenAlongQuery
         * @description The village to take over.
         */
        TakenAlongQuery: {
            /** Format: uuid */
            into_id: string;
        };
        /**
         * TakenAlong
         * @description What goes over: elders on the register, files of those who left, volunteers, open tasks, doors of the screening
         *         list. `accounts` of the village's office stay behind and see nothing from the day on. `earliest` is the first day
         *         for which the merger can be dated.
         */
        TakenAlong: {
            elders: number;
            left_files: number;
            volunteers: number;
            tasks: number;
            households: number;
            accounts: number;
            /** Format: date */
            earliest: string;
        };
        /**
         * PlaceMergeIn
         * @description Into which village, and from which day.
         */
        PlaceMergeIn: {
            /** Format: uuid */
            into_id: string;
            /** Format: date */
            on: string;
        };
        /**
         * Merged
         * @description How many elders stand on the other village's register now.
         */
        Merged: {
            elders: number;
        };
        /**
         * RetireIn
         * @description From which day.
         */
        RetireIn: {
            /** Format: date */
            on: string;
        };
        /**
         * MoveUnderIn
         * @description To which township, and from which day.
         */
        MoveUnderIn: {
            /** Format: uuid */
            parent_id: string;
            /** Format: date */
            on: string;
        };
        /**
         * Problem
         * @description `message` is for the person, `code` for the program, `field` the JSON path at fault.
         */
        Problem: {
            type: string;
            title: string;
            status: number;
            code: string;
            message: string;
            /** @default null */
            field: string | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    sessions_sign_in_by_wechat: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description code_not_accepted：授权已经过期，请返回再点一次、wechat_busy：微信现在有点忙，请过一会儿再试、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_sign_in_by_demo_link: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DemoKeyIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description sign_in_failed：登录没有成功，请再试一次 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_sign_in_at_office: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfficeIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description sign_in_failed：登录没有成功，请再试一次 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_invite_official: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invited"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_accept_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            /** @description invitation_not_valid：邀请已用过或已过期，请联系邀请您的人 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description login_taken：这个登录名已被使用，请换一个、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description password_too_weak：密码至少 12 个字，建议用一句自己记得住的话、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_begin_desktop_sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DesktopBegun"];
                };
            };
            /** @description conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_confirm_desktop_sign_in: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                sign_in_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description sign_in_failed：登录没有成功，请再试一次 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_take_desktop_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sign_in_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DesktopTakeIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description sign_in_failed：登录没有成功，请再试一次 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description sign_in_later：请先在小程序里确认登录、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_read_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_act_as: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActAsIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no_such_membership：您没有这个身份，或已到期、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_verify_phone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description code_not_accepted：授权已经过期，请返回再点一次、phone_belongs_to_another：这个手机号已经绑定在另一个账号上，请联系村委会处理、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploads_upload_picture: {
        parameters: {
            query?: {
                sha256?: string | null;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/jpeg": string;
                "image/png": string;
                "image/webp": string;
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PictureKept"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description picture_differs：照片在路上传坏了，手机会重新传一次、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_apicture：这不是照片，或者照片没有传完整，请重新拍一张、heic_picture：这是 HEIC 格式的照片，系统还打不开。请在手机相机设置里选“兼容性最佳”（JPEG），再拍一张、picture_too_large：照片太大了，请用手机相机重新拍一张，或者选小一点的照片、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploads_begin_upload: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnouncedIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Progress"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many_open_uploads：还有很多照片没传完，请等它们传完再传新的、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description picture_too_large：照片太大了，请用手机相机重新拍一张，或者选小一点的照片、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploads_read_progress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                open_upload_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Progress"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description open_upload_not_found：这张照片要从头再传一次、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploads_send_piece: {
        parameters: {
            query: {
                number: number;
                sha256: string;
            };
            header?: never;
            path: {
                open_upload_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Progress"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description open_upload_not_found：这张照片要从头再传一次、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description piece_differs：照片有一段和之前传的不一样，请重新传一次、picture_differs：照片在路上传坏了，手机会重新传一次、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description piece_out_of_range：照片传到一半对不上，请重新传一次、piece_damaged：照片有一段在路上传坏了，手机会再传一次、not_apicture：这不是照片，或者照片没有传完整，请重新拍一张、heic_picture：这是 HEIC 格式的照片，系统还打不开。请在手机相机设置里选“兼容性最佳”（JPEG），再拍一张、picture_too_large：照片太大了，请用手机相机重新拍一张，或者选小一点的照片、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploads_read_upload: {
        parameters: {
            query?: {
                size?: "full" | "thumb";
            };
            header?: never;
            path: {
                upload_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 文件 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description picture_not_found：没有找到这张照片、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_list_elders: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Elders"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_register_elder: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ElderIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_already_registered：这个身份证号已经登记过，请先查找原来的档案、village_is_gone：这个村刚刚合并或撤销了，请刷新后再办、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description birthday_not_possible：出生日期不对：登记的老人应当年满 60 周岁、id_number_not_possible：身份证号有误，请对照证件再核对一遍、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_read_elder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ElderFile"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_name_family_member: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already_named：这个手机号已经登记在这位老人名下了、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_claim_own_places: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claimed"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_confirm_family_member: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description own_place：不能确认自己，请由村委会其他人办理、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description family_member_not_found：没有找到这位家人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_claimed_yet：对方还没有用这个手机号在小程序里认领，请先通知本人、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_list_living_alone_against_advice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Elders"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_assess_ability: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssessmentIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assessed"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description health_not_consented：老人收回了对健康情况的同意，不能再看、再记健康细节、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_on_register：这位老人已经不在册，不能再改档案、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description assessment_day_not_possible：评估日期不对：不能晚于今天，也不能早于国家标准实施之日（2022 年 12 月 30 日）、ability_item_missing：能力评估还有项目没有打分，请补齐后再提交、ability_item_not_known：能力评估里有不认识的项目、ability_score_not_possible：这一项的得分超出了范围、coma_not_possible：填了昏迷，意识水平却有得分，请核对、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_read_facts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ElderFacts"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_change_known_facts: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ElderFacts"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TierNow"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description health_not_consented：老人收回了对健康情况的同意，不能再看、再记健康细节、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_on_register：这位老人已经不在册，不能再改档案、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_read_tier_history: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TierHistory"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_override_tier: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OverrideIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_on_register：这位老人已经不在册，不能再改档案、override_hides_missing_facts：这位老人的情况还没有摸清，不能调整为一般人群，请先补充信息、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description override_not_possible：人工调整须写明类别、理由和到期日，最长一年、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_lift_tier_override: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、override_not_found：这位老人现在没有人工调整的类别、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_on_register：这位老人已经不在册，不能再改档案、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_read_eligibility: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Admission"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_judge_elder_eligibility: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SituationIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Eligibility"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_on_register：这位老人已经不在册，不能再改档案、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_read_findings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Findings"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_hand_in_import: {
        parameters: {
            query: {
                division_id: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                "text/csv": string;
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description division_not_found：没有找到这个地方，或不在您的辖区内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy_elsewhere：别人正在办同一件事，请稍等一下再试、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description sheet_empty：表里没有一行老人的资料、sheet_too_large：这个文件太大：请把有内容的部分复制到一张新表（不要连空白行列一起选），或按乡镇分成几个文件、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_read_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description import_not_found：没有找到这次导入，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_list_import_problems: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportProblems"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description import_not_found：没有找到这次导入，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_store_import: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description import_not_found：没有找到这次导入，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description import_not_checked：这个文件还没有检查完，或者已经开始导入，请刷新看看现在的进度、import_has_problems：文件里还有没改好的问题，请照清单改好后重新上传、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_export_elders: {
        parameters: {
            query?: {
                form?: components["schemas"]["ExportForm"];
                tier?: components["schemas"]["PriorityTier"] | null;
                village_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 文件 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description division_not_found：没有找到这个地方，或不在您的辖区内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description export_too_long：一次最多导出 20000 位老人，请按村或按类别分开导出、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_read_profile: {
        parameters: {
            query?: {
                part?: components["schemas"]["Part"] | null;
                health?: boolean;
            };
            header?: never;
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_record_profile_part: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description health_not_consented：老人收回了对健康情况的同意，不能再看、再记健康细节、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_on_register：这位老人已经不在册，不能再改档案、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description observed_day_not_possible：日期不对：请填看到、听到这件事的那一天，不能晚于今天、part_says_nothing：还没有写内容、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_read_emergency_contacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contacts"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_replace_emergency_contacts: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactsIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_on_register：这位老人已经不在册，不能再改档案、contacts_changed：紧急联系人刚刚有人改过，请刷新后再改、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description contact_twice：同一个电话填了两次，每个电话只留一位联系人、part_says_nothing：还没有写内容、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_read_decision_capacity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Capacities"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_record_decision_capacity: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CapacityIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_on_register：这位老人已经不在册，不能再改档案、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description observed_day_not_possible：日期不对：请填看到、听到这件事的那一天，不能晚于今天、capacity_needs_source：请写清是谁、根据什么认定的；还不清楚就选“不清楚”、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_read_household: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Households"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_record_household: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HouseholdFindingIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_on_register：这位老人已经不在册，不能再改档案、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description observed_day_not_possible：日期不对：请填看到、听到这件事的那一天，不能晚于今天、household_not_possible：家里的人数对不上，请把老人本人也算在内再数一遍、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_read_own_whereabouts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnWhereabouts"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description role_cannot：您现在的身份不能办这件事 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_tell_own_whereabouts: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToldFor"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description role_cannot：您现在的身份不能办这件事 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no_place_confirmed：村委会还没有确认您是哪位老人的家人，确认后再来填、elder_not_on_register：这位老人已经不在册，不能再改档案、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description province_not_known：请从列表里选省份、city_not_possible：只写到市，不用写街道和门牌、area_not_possible：请选一下离老家多远，和所在的省份要对得上、since_not_possible：请填到那里的日期，不能晚于今天、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_confirm_own_whereabouts: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToldFor"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description role_cannot：您现在的身份不能办这件事 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description nothing_to_confirm：还没有登记过去向，请先填写现在在哪里、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_read_whereabouts_history: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhereaboutsHistory"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description family_member_not_found：没有找到这位家人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_tell_whereabouts_for: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceOfIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description family_member_not_found：没有找到这位家人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_asupporter：只登记赡养人的去向，这位不是赡养人、elder_not_on_register：这位老人已经不在册，不能再改档案、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description province_not_known：请从列表里选省份、city_not_possible：只写到市，不用写街道和门牌、area_not_possible：请选一下离老家多远，和所在的省份要对得上、since_not_possible：请填到那里的日期，不能晚于今天、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_list_absences: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Absences"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_tell_of_absence: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbsenceIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_has_left：这位老人已经离册，不用再办、already_absent：这段时间已经记过外出或住院了，请先看看已有的记录、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description change_in_future：日期还没有到，请到那一天再登记、absence_too_long_ago：外出或住院最多补记 31 天以内开始的、change_before_last：日期早于上一次变动，请对照档案里的记录再核对一遍、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_end_of_absence: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbsenceEndIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_has_left：这位老人已经离册，不用再办、not_absent：这位老人没有正在外出或住院的记录、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description change_in_future：日期还没有到，请到那一天再登记、change_before_last：日期早于上一次变动，请对照档案里的记录再核对一遍、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_read_whole_file: {
        parameters: {
            query?: {
                health?: boolean;
            };
            header?: never;
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeFile"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_read_timeline: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timeline"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description cursor_not_readable：这一页打不开，请回到列表开头、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_print_village_card: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 文件 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_on_register：这位老人已经不在册，不能再改档案 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description character_not_printable：有的字（多半是名字里的生僻字）现在还打印不出来，请联系平台管理员加装字体 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_check_village_card: {
        parameters: {
            query: {
                number: string;
                code: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckedCard"];
                };
            };
            /** @description card_check_failed：没有查到这张卡，请对照卡上的卡号和核验码再填一遍 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    families_list_own_contacts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactLogs"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description role_cannot：您现在的身份不能办这件事 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    families_list_contacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactLogs"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    families_declare_contact: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclaredContactIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactDeclared"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no_place_confirmed：村委会还没有确认您是哪位老人的家人，确认后再来填、elder_not_on_register：这位老人已经不在册，不能再改档案、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description contact_measured：亲情连线会自动记下来，不用自己填、contact_not_possible：只能记今天和过去 60 天里的事、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    families_choose_rhythm: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RhythmIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no_place_confirmed：村委会还没有确认您是哪位老人的家人，确认后再来填、elder_not_on_register：这位老人已经不在册，不能再改档案、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description rhythm_too_slow：两次联系隔得太久了，请选短一些的间隔、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    families_list_talks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FamilyTalks"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    families_record_talk: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TalkIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description own_family_case：这件事涉及您本人或家人，请由村委会其他人办理、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、family_member_not_found：没有找到这位家人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_on_register：这位老人已经不在册，不能再改档案、not_asupporter：只登记赡养人的去向，这位不是赡养人、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description contact_not_possible：只能记今天和过去 60 天里的事、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    families_list_duty_cases: {
        parameters: {
            query?: {
                elder_id?: string | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyCases"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description cursor_not_readable：这一页打不开，请回到列表开头、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    families_open_duty_case: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DutyCaseIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description own_family_case：这件事涉及您本人或家人，请由村委会其他人办理、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description family_member_not_found：没有找到这位家人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_asupporter：只登记赡养人的去向，这位不是赡养人、elder_not_on_register：这位老人已经不在册，不能再改档案、duty_case_open：对这位赡养人已经有一件没有办结的提醒，请接着那一件办、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    families_count_duty_cases: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyPlaces"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    families_list_own_duty_cases: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnDutyCases"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description role_cannot：您现在的身份不能办这件事 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    families_read_duty_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyCaseFile"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description duty_case_not_found：没有找到这件事，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    families_take_duty_step: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DutyStepIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyCaseStands"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description own_family_case：这件事涉及您本人或家人，请由村委会其他人办理、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description duty_case_not_found：没有找到这件事，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description duty_step_not_possible：现在不能办这一步，请刷新看看办到哪里了、not_told_twice：要通知过两次、约定的日子也到了，才能记“没有来”、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description duty_step_incomplete：这一步要写的内容不齐，请补全、duty_day_not_possible：日期不能晚于今天，也不能早于上一步、listed_too_long：列入名单要写明到期日，最长一年、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    families_appeal_duty_case: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppealIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description duty_case_not_found：没有找到这件事，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description duty_step_not_possible：现在不能办这一步，请刷新看看办到哪里了、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    services_list_services: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Services"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    services_publish_service: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description division_not_found：没有找到这个地方，或不在您的辖区内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description service_term_not_possible：日期不对：开始日期不能早于今天，截止日期不能早于开始日期、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    services_end_service: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                service_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description service_not_found：服务清单里没有这一项，请刷新后再选、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    services_read_selection_cards: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelectionCards"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    services_fill_selection_card: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SelectionCardIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、service_not_found：服务清单里没有这一项，请刷新后再选、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_on_register：这位老人已经不在册，不能再改档案、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description card_day_not_possible：日期不对：请填老人选服务的那一天，不能晚于今天，也不能早于一年前、service_twice：同一项服务勾了两次，请核对、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    services_raise_request: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_on_register：这位老人已经不在册，不能再改档案、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description nothing_written：还没有写内容、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    services_list_requests: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                state?: components["schemas"]["RequestState"] | null;
                elder_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Requests"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description cursor_not_readable：这一页打不开，请回到列表开头、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    services_answer_request: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                request_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestAnswerIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request_not_found：没有找到这条诉求，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request_answered：这条诉求已经答复过了、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description nothing_written：还没有写内容、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    volunteers_read_risk_notice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskNotice"];
                };
            };
        };
    };
    volunteers_list_volunteers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Volunteers"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    volunteers_apply: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description volunteer_not_found：没有找到这位志愿者，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description phone_not_verified：请先验证手机号、already_volunteer：您已经报过名了，请等村委会联系、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description risk_notice_outdated：风险告知书有更新，请重新阅读后再报名、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    volunteers_approve_volunteer: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                volunteer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description own_application：不能审核自己的报名，请由其他人办理、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description volunteer_not_found：没有找到这位志愿者，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description volunteer_state_changed：这位志愿者的状态已经变了，请刷新后再看、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    volunteers_record_training: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                volunteer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description own_application：不能审核自己的报名，请由其他人办理、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description volunteer_not_found：没有找到这位志愿者，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description volunteer_state_changed：这位志愿者的状态已经变了，请刷新后再看、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    volunteers_pair_volunteer: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PairingIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description volunteer_not_found：没有找到这位志愿者，或不在您负责的范围内、elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description volunteer_not_ready：这位志愿者还没有完成审核和培训，暂时不能结对、already_paired：这位志愿者已经和老人结对了、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    volunteers_end_pairing: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                pairing_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description pairing_not_found：没有找到这次结对，可能已经结束、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreements_list_waiting_agreements: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementsWaiting"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreements_compare_agreement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agreement_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparison"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description agreement_not_found：没有找到这份协议，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreements_ask_question: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                agreement_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description names_oneself：这份协议写着您本人，请由村委会其他人办理、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description agreement_not_found：没有找到这份协议，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description step_not_possible：这份协议现在还不能办这一步，请刷新后看进度、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreements_reply_to_question: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                agreement_id: string;
                question_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplyIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_aparty：这一步要由协议上写明的人本人办理、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description agreement_not_found：没有找到这份协议，或不在您负责的范围内、question_not_found：没有找到这个问题，可能已经处理了、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description step_not_possible：这份协议现在还不能办这一步，请刷新后看进度、question_answered：这个问题已经有人答过了、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreements_file_agreements: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileAllIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FiledAll"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description agreement_not_found：没有找到这份协议，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreements_record_wish: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WishIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description witness_not_fit：见证人要是成年人，不能是协议当事人，也不能是拿手机的志愿者、agreement_day_not_possible：日期不对，请看看再选、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreements_list_agreements: {
        parameters: {
            query?: {
                state?: components["schemas"]["AgreementState"] | null;
                elder_id?: string | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agreements"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreements_draft_agreement: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、agreement_not_found：没有找到这份协议，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wish_not_recorded：还没有问过老人的意愿，或老人不愿意，先不能写协议、parties_not_confirmed：子女或受托人还没有认领并经村委会确认，暂时不能写协议、legal_agent_needed：老人的民事行为能力受限，还要有法定代理人一起签字、agreement_elder_gone：这位老人已经不在名册上，不能再办协议、open_agreement_exists：这位老人已有一份正在办理的协议、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description character_cannot_be_printed：文字里有一个生僻字现在还印不出来，请核对；确实没错，请联系平台加上这个字、party_twice：同一个人不能既托付又受托，也不能写两遍、terms_not_complete：协议还没填完整，请看看标出来的地方、term_not_possible：协议期限不对：结束要在开始之后，最长三年、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreements_read_agreement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agreement_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementFile"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description agreement_not_found：没有找到这份协议，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreements_rewrite_agreement: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                agreement_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、agreement_not_found：没有找到这份协议，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description step_not_possible：这份协议现在还不能办这一步，请刷新后看进度、open_agreement_exists：这位老人已有一份正在办理的协议、wish_not_recorded：还没有问过老人的意愿，或老人不愿意，先不能写协议、parties_not_confirmed：子女或受托人还没有认领并经村委会确认，暂时不能写协议、legal_agent_needed：老人的民事行为能力受限，还要有法定代理人一起签字、agreement_elder_gone：这位老人已经不在名册上，不能再办协议、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description character_cannot_be_printed：文字里有一个生僻字现在还印不出来，请核对；确实没错，请联系平台加上这个字、party_twice：同一个人不能既托付又受托，也不能写两遍、terms_not_complete：协议还没填完整，请看看标出来的地方、term_not_possible：协议期限不对：结束要在开始之后，最长三年、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreements_hand_in_agreement: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                agreement_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description agreement_not_found：没有找到这份协议，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description step_not_possible：这份协议现在还不能办这一步，请刷新后看进度、wish_not_recorded：还没有问过老人的意愿，或老人不愿意，先不能写协议、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreements_return_agreement: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                agreement_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description names_oneself：这份协议写着您本人，请由村委会其他人办理、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description agreement_not_found：没有找到这份协议，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description step_not_possible：这份协议现在还不能办这一步，请刷新后看进度、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreements_file_agreement: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                agreement_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description names_oneself：这份协议写着您本人，请由村委会其他人办理、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description agreement_not_found：没有找到这份协议，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description step_not_possible：这份协议现在还不能办这一步，请刷新后看进度、wish_not_recorded：还没有问过老人的意愿，或老人不愿意，先不能写协议、legal_agent_needed：老人的民事行为能力受限，还要有法定代理人一起签字、agreement_elder_gone：这位老人已经不在名册上，不能再办协议、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreements_read_pdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agreement_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 文件 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description agreement_not_found：没有找到这份协议，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_sealed_yet：协议文件正在生成，请过一会儿再来 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreements_view_agreement: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                agreement_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description agreement_not_found：没有找到这份协议，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description text_changed：这份协议刚被改过，请再看一遍后签字、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreements_sign_agreement: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                agreement_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_aparty：这一步要由协议上写明的人本人办理、phone_reported_lost：您报过手机丢失，重新核对身份之前先不能签字、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description agreement_not_found：没有找到这份协议，或不在您负责的范围内、signature_not_found：签名或照片没有传上来，请再试一次、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description step_not_possible：这份协议现在还不能办这一步，请刷新后看进度、text_changed：这份协议刚被改过，请再看一遍后签字、already_acted：您已经办过这一步了、wish_not_recorded：还没有问过老人的意愿，或老人不愿意，先不能写协议、invitation_over：签字的期限过了，请起草的人或者村委会延长期限后再签、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreements_accept_agreement: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                agreement_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptCareIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_aparty：这一步要由协议上写明的人本人办理、phone_reported_lost：您报过手机丢失，重新核对身份之前先不能签字、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description agreement_not_found：没有找到这份协议，或不在您负责的范围内、signature_not_found：签名或照片没有传上来，请再试一次、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description step_not_possible：这份协议现在还不能办这一步，请刷新后看进度、text_changed：这份协议刚被改过，请再看一遍后签字、already_acted：您已经办过这一步了、wish_not_recorded：还没有问过老人的意愿，或老人不愿意，先不能写协议、invitation_over：签字的期限过了，请起草的人或者村委会延长期限后再签、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreements_decline_agreement: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                agreement_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_aparty：这一步要由协议上写明的人本人办理、phone_reported_lost：您报过手机丢失，重新核对身份之前先不能签字、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description agreement_not_found：没有找到这份协议，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description step_not_possible：这份协议现在还不能办这一步，请刷新后看进度、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreements_record_answer: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                agreement_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerTaken"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description names_oneself：这份协议写着您本人，请由村委会其他人办理、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description agreement_not_found：没有找到这份协议，或不在您负责的范围内、signature_not_found：签名或照片没有传上来，请再试一次、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description step_not_possible：这份协议现在还不能办这一步，请刷新后看进度、already_acted：您已经办过这一步了、wish_not_recorded：还没有问过老人的意愿，或老人不愿意，先不能写协议、legal_agent_needed：老人的民事行为能力受限，还要有法定代理人一起签字、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description witness_not_fit：见证人要是成年人，不能是协议当事人，也不能是拿手机的志愿者、character_cannot_be_printed：文字里有一个生僻字现在还印不出来，请核对；确实没错，请联系平台加上这个字、agreement_day_not_possible：日期不对，请看看再选、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreements_extend_invitation: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                agreement_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Extended"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description agreement_not_found：没有找到这份协议，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description step_not_possible：这份协议现在还不能办这一步，请刷新后看进度、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreements_withdraw_agreement: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                agreement_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description agreement_not_found：没有找到这份协议，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description step_not_possible：这份协议现在还不能办这一步，请刷新后看进度、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreements_suspend_agreement: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                agreement_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuspendIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_aparty：这一步要由协议上写明的人本人办理、names_oneself：这份协议写着您本人，请由村委会其他人办理、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description agreement_not_found：没有找到这份协议，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description step_not_possible：这份协议现在还不能办这一步，请刷新后看进度、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description reason_not_possible：请换一个合适的原因、agreement_day_not_possible：日期不对，请看看再选、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreements_resume_agreement: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                agreement_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_aparty：这一步要由协议上写明的人本人办理、names_oneself：这份协议写着您本人，请由村委会其他人办理、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description agreement_not_found：没有找到这份协议，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description step_not_possible：这份协议现在还不能办这一步，请刷新后看进度、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreements_end_agreement: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                agreement_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_aparty：这一步要由协议上写明的人本人办理、names_oneself：这份协议写着您本人，请由村委会其他人办理、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description agreement_not_found：没有找到这份协议，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description step_not_possible：这份协议现在还不能办这一步，请刷新后看进度、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description reason_not_possible：请换一个合适的原因、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreements_read_bundle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agreement_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 文件 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_aparty：这一步要由协议上写明的人本人办理、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description agreement_not_found：没有找到这份协议，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_sealed_yet：协议文件正在生成，请过一会儿再来 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreements_report_phone_lost: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhoneLostIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description phone_day_not_possible：请填手机是什么时候丢的，不能是将来，也不能早于一年前、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreements_report_member_phone_lost: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhoneLostIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description family_member_not_found：没有找到这位家人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description phone_day_not_possible：请填手机是什么时候丢的，不能是将来，也不能早于一年前、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreements_bind_member_anew: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description names_oneself：这份协议写着您本人，请由村委会其他人办理、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description family_member_not_found：没有找到这位家人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreements_print_agreement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agreement_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 文件 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description agreement_not_found：没有找到这份协议，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description step_not_possible：这份协议现在还不能办这一步，请刷新后看进度 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreements_add_paper: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                agreement_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PagesIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description agreement_not_found：没有找到这份协议，或不在您负责的范围内、signature_not_found：签名或照片没有传上来，请再试一次、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description step_not_possible：这份协议现在还不能办这一步，请刷新后看进度、paper_of_another_text：纸上的编码和现在的协议对不上，请看清楚再填；协议改过的话，要重新打印再签、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreements_record_ink: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                agreement_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InkIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inked"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_aparty：这一步要由协议上写明的人本人办理、names_oneself：这份协议写着您本人，请由村委会其他人办理、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description agreement_not_found：没有找到这份协议，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description step_not_possible：这份协议现在还不能办这一步，请刷新后看进度、text_changed：这份协议刚被改过，请再看一遍后签字、paper_photo_missing：还没有这份纸质协议的照片，请先拍照上传、already_acted：您已经办过这一步了、wish_not_recorded：还没有问过老人的意愿，或老人不愿意，先不能写协议、legal_agent_needed：老人的民事行为能力受限，还要有法定代理人一起签字、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description witness_not_fit：见证人要是成年人，不能是协议当事人，也不能是拿手机的志愿者、character_cannot_be_printed：文字里有一个生僻字现在还印不出来，请核对；确实没错，请联系平台加上这个字、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreements_check_by_number: {
        parameters: {
            query: {
                number: string;
                code?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checked"];
                };
            };
            /** @description check_failed：编号和核验码对不上，请照协议最后一页再填一次 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description check_code_needed：请再填写协议最后一页的核验码、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreements_check_by_pdf: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/pdf": string;
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checked"];
                };
            };
            /** @description check_failed：编号和核验码对不上，请照协议最后一页再填一次 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description paper_altered：这份文件被改动过，或者是仿造的，不是平台封存的那一份。请以村民委员会存的协议为准、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_list_spot_draws: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpotDraws"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_seed_spot_draw: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpotDrawIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description division_not_found：没有找到这个地方，或不在您的辖区内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description month_not_over：只能抽查已经过完的月份、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_draw_spot_checks: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                draw_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Drawn"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description spot_draw_not_found：没有找到这次抽查，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_repeat_spot_draw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draw_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Repeats"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description spot_draw_not_found：没有找到这次抽查，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_list_spot_checks: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                draw_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpotChecks"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description cursor_not_readable：这一页打不开，请回到列表开头、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_record_spot_check: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                check_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpotAnswersIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description spot_check_not_found：没有找到这项抽查，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description spot_already_checked：这项抽查已经有结果了、own_spot_check：这是您自己的探访或您家的老人，请换一位同事来查、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description spot_answers_missing：请问一问老人：探访的人来过没有、spot_answers_too_many：没见到人或没来过，就不用填日期和时长、spot_day_in_future：老人说的日子不能晚于今天、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_read_spot_counts: {
        parameters: {
            query: {
                month: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpotCounts"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_list_quality_questions: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualityQuestions"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description cursor_not_readable：这一页打不开，请回到列表开头、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_answer_quality_question: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                question_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QualityAnswerIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description quality_question_not_found：没有找到这个问题，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description quality_question_answered：这个问题已经有答复了、own_quality：问的是您自己的探访，请换一位同事来了解、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_list_due: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitsDue"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description cursor_not_readable：这一页打不开，请回到列表开头、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_list_reports: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                elder_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reports"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description cursor_not_readable：这一页打不开，请回到列表开头、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_submit_report: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportMade"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、photo_not_found：有照片没有传上来，请重新拍照或重新选择、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description photos_not_wanted：老人不愿意拍照了，请去掉照片再提交；看到的情况照常写就行、elder_had_left：这位老人那天已经不在册了，请和村委会核对、already_reported：这次探访已经记过了、key_used_for_another：这次提交和之前的内容不一样，请重新打开页面再提交、busy_elsewhere：别人正在办同一件事，请稍等一下再试、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description visit_in_future：探访时间不能晚于现在、visit_too_long_ago：这次探访时间太久了，请联系村委会补录、visit_not_over：探访还没有结束，请核对用了多少分钟、people_not_counted：在场的人数比选的人还少，请核对、form_not_known：这份探访表不认识，请更新后再交、answers_not_of_form：探访表里有的回答对不上，请重新选一次、proposal_not_possible：提的变更不完整，请核对电话或重新选择、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_read_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description report_not_found：没有找到这次探访记录，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_list_visit_forms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitForms"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_list_visit_needs: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                elder_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitNeeds"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description cursor_not_readable：这一页打不开，请回到列表开头、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_refer_visit_need: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                need_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReferralIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description visit_need_not_found：没有找到这条需求，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description need_step_not_possible：这条需求已经办结，请刷新后再看、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_end_visit_need: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                need_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NeedResultIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description visit_need_not_found：没有找到这条需求，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description need_step_not_possible：这条需求已经办结，请刷新后再看、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_list_proposals: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                elder_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposals"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description cursor_not_readable：这一页打不开，请回到列表开头、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_decide_proposal: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposalDecisionIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description health_not_consented：老人收回了对健康情况的同意，不能再看、再记健康细节、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description proposal_not_found：没有找到这条变更，或不在您负责的范围内、family_member_not_found：没有找到这位家人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description proposal_is_decided：这条变更已经处理过了，请刷新后再看、elder_not_on_register：这位老人已经不在册，不能再改档案、not_asupporter：只登记赡养人的去向，这位不是赡养人、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description proposal_needs_place：请选是哪个子女，并填好现在在哪里、province_not_known：请从列表里选省份、city_not_possible：只写到市，不用写街道和门牌、area_not_possible：请选一下离老家多远，和所在的省份要对得上、since_not_possible：请填到那里的日期，不能晚于今天、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_list_assignments: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                without?: boolean;
                elder_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitHolders"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description cursor_not_readable：这一页打不开，请回到列表开头、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_assign_visitor: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_on_register：这位老人已经不在册，不能再改档案、visitor_changed_meanwhile：刚刚有人改过探访人了，请刷新看看再定、visitor_not_paired：请先给这位志愿者和老人结对，再指定为探访人、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description visitor_not_possible：这个人眼下不能负责探访这位老人，请先在本村登记身份、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_list_visitors: {
        parameters: {
            query?: {
                elder_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Visitors"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_end_visitor: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                assignment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description assignment_not_found：没有找到这项探访安排，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_print_visitor_slip: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assignment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 文件 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description assignment_not_found：没有找到这项探访安排，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description character_not_printable：有的字（多半是名字里的生僻字）现在还打印不出来，请联系平台管理员加装字体 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_list_overdue: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverdueVisits"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description cursor_not_readable：这一页打不开，请回到列表开头、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_read_calendar: {
        parameters: {
            query: {
                month: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VillageCalendar"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_order_weather_visits: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WeatherIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description division_not_found：没有找到这个地方，或不在您的辖区内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description weather_not_possible：截止日期要在今天到七天以内、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_ask_event_visit: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_on_register：这位老人已经不在册，不能再改档案、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description occasion_not_possible：这种探访由日历或乡镇通知安排，不能单独提出、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_list_visitor_notices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitorNotices"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_hand_over_notice: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                notice_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandedOverIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description visitor_notice_not_found：没有找到这份告知书，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description visitor_notice_outdated：探访人已经换了，请看最新的告知书、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description handed_over_in_future：送达日期要在告知书做好之后，不能晚于今天、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_list_own_notices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnVisitorNotices"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_acknowledge_notice: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                notice_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description visitor_notice_not_found：没有找到这份告知书，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description visitor_notice_outdated：探访人已经换了，请看最新的告知书、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_list_report_replies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportReplies"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description report_not_found：没有找到这次探访记录，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_thank_for_visit: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ThanksIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description report_not_found：没有找到这次探访记录，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_ask_about_visit: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FamilyWordsIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description words_not_shared：老人暂时不想让家人看探访人写的话。想问的事，可以打个电话问老人，或者请村委会转告、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description report_not_found：没有找到这次探访记录，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description question_waits：您上次问的还没有答复，答复了再接着问、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_list_replies: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitReplies"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description cursor_not_readable：这一页打不开，请回到列表开头、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_answer_question: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                reply_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FamilyWordsIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description words_not_shared：老人暂时不想让家人看探访人写的话。想问的事，可以打个电话问老人，或者请村委会转告、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description family_question_not_found：没有找到这个问题，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description family_question_answered：这个问题已经有人答复了，请刷新看看、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visits_list_readers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ElderReaders"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calls_record_answer: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ElderAnswerIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description call_not_found：没有找到这次亲情连线，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description call_state_changed：这次连线的状态已经变了，请刷新后再看、elder_wants_no_calls：老人现在不想视频，我们先照老人的意思办。可以打个电话问候，老人愿意了再约、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calls_say_coming: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComingIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description call_not_found：没有找到这次亲情连线，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description call_state_changed：这次连线的状态已经变了，请刷新后再看、elder_busy_then：老人那个时间前后已经约了另一次连线，请换一个时间、host_busy_then：您那个时间前后已经答应了另一次连线，请换一个时间、child_busy_then：家人那个时间前后已经约了另一次连线，请换一个时间、evening_full：那个时间段的连线已经排满了，请换一个早一点或晚一点的时间、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calls_drop_out: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DropOutIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_the_host：这次连线由另一位志愿者主持、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description call_not_found：没有找到这次亲情连线，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description call_state_changed：这次连线的状态已经变了，请刷新后再看、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calls_list_offers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Offers"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calls_step_in: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description call_not_found：没有找到这次亲情连线，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description call_state_changed：这次连线的状态已经变了，请刷新后再看、elder_wants_no_calls：老人现在不想视频，我们先照老人的意思办。可以打个电话问候，老人愿意了再约、elder_busy_then：老人那个时间前后已经约了另一次连线，请换一个时间、host_busy_then：您那个时间前后已经答应了另一次连线，请换一个时间、child_busy_then：家人那个时间前后已经约了另一次连线，请换一个时间、evening_full：那个时间段的连线已经排满了，请换一个早一点或晚一点的时间、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calls_decline_call: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description call_not_found：没有找到这次亲情连线，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calls_wait_for_call: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lobby"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_invited：只有老人的子女和主持的志愿者可以进入连线、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description call_not_found：没有找到这次亲情连线，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description call_state_changed：这次连线的状态已经变了，请刷新后再看、elder_wants_no_calls：老人现在不想视频，我们先照老人的意思办。可以打个电话问候，老人愿意了再约、own_calls_not_wanted：您之前收回了视频的同意。想和老人视频，请先到“我的”里重新同意、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calls_note_outcome: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OutcomeIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_the_host：这次连线由另一位志愿者主持、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description call_not_found：没有找到这次亲情连线，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description call_state_changed：这次连线的状态已经变了，请刷新后再看、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calls_declare_phone: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhoneIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_the_host：这次连线由另一位志愿者主持、not_invited：只有老人的子女和主持的志愿者可以进入连线、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description call_not_found：没有找到这次亲情连线，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description call_state_changed：这次连线的状态已经变了，请刷新后再看、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calls_read_hours: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hosted"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calls_read_forecast: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evenings"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calls_list_calls: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                elder_id?: string | null;
                state?: components["schemas"]["CallState"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calls"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calls_propose_call: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_in_sight：没有找到这位老人，或不在您的联系范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_wants_no_calls：老人现在不想视频，我们先照老人的意思办。可以打个电话问候，老人愿意了再约、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description times_not_possible：请选 1 到 6 个今后 30 天内的时间、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calls_read_call: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallDetail"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description call_not_found：没有找到这次亲情连线，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calls_take_call: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description call_not_found：没有找到这次亲情连线，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description call_state_changed：这次连线的状态已经变了，请刷新后再看、elder_wants_no_calls：老人现在不想视频，我们先照老人的意思办。可以打个电话问候，老人愿意了再约、elder_busy_then：老人那个时间前后已经约了另一次连线，请换一个时间、host_busy_then：您那个时间前后已经答应了另一次连线，请换一个时间、child_busy_then：家人那个时间前后已经约了另一次连线，请换一个时间、evening_full：那个时间段的连线已经排满了，请换一个早一点或晚一点的时间、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description time_not_offered：这个时间不在家人提出的时间里，或者已经过了、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calls_open_call: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_the_host：这次连线由另一位志愿者主持、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description call_not_found：没有找到这次亲情连线，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_does_not_agree：开视频前要先问老人，老人说愿意才能开。老人不愿意，就照老人的意思不开、elder_wants_no_calls：老人现在不想视频，我们先照老人的意思办。可以打个电话问候，老人愿意了再约、call_state_changed：这次连线的状态已经变了，请刷新后再看、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description minor_not_covered：有未成年人在场：要家长同意，或者请孩子坐到镜头外面、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calls_mint_ticket: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketOut"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_invited：只有老人的子女和主持的志愿者可以进入连线、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description call_not_found：没有找到这次亲情连线，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_open_yet：志愿者还没有到老人家里，请稍等一会儿、elder_wants_no_calls：老人现在不想视频，我们先照老人的意思办。可以打个电话问候，老人愿意了再约、own_calls_not_wanted：您之前收回了视频的同意。想和老人视频，请先到“我的”里重新同意、call_state_changed：这次连线的状态已经变了，请刷新后再看、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calls_close_call: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_the_host：这次连线由另一位志愿者主持、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description call_not_found：没有找到这次亲情连线，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description call_state_changed：这次连线的状态已经变了，请刷新后再看、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calls_cancel_call: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_yours_to_cancel：这次连线只能由提出的家人、主持的志愿者或村委会取消、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description call_not_found：没有找到这次亲情连线，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description call_state_changed：这次连线的状态已经变了，请刷新后再看、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calls_read_room: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomOut"];
                };
            };
            /** @description ticket_not_valid：进入连线的凭证过期了，请回到小程序再点一次 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_wants_no_calls：老人现在不想视频，我们先照老人的意思办。可以打个电话问候，老人愿意了再约、own_calls_not_wanted：您之前收回了视频的同意。想和老人视频，请先到“我的”里重新同意、call_state_changed：这次连线的状态已经变了，请刷新后再看 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calls_enter_room: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TicketIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomOut"];
                };
            };
            /** @description ticket_not_valid：进入连线的凭证过期了，请回到小程序再点一次 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_wants_no_calls：老人现在不想视频，我们先照老人的意思办。可以打个电话问候，老人愿意了再约、own_calls_not_wanted：您之前收回了视频的同意。想和老人视频，请先到“我的”里重新同意、call_state_changed：这次连线的状态已经变了，请刷新后再看、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calls_receive_event: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomGoesOn"];
                };
            };
            /** @description event_not_ours：来源无法确认 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description event_not_readable：内容无法识别、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dashboards_read_family_home: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FamilyHome"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dashboards_read_today: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitorToday"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dashboards_read_committee_tasks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommitteeTasks"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    notifications_list_notifications: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notifications"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    notifications_read_notification: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                notification_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description notification_not_found：没有找到这条消息、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    subscriptions_list_subscriptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscriptions"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    subscriptions_report_subscriptions: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionsIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscriptions"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    callbacks_echo_wechat: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 文件 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description not_from_wechat：没能确认这是微信发来的内容，请重新进入小程序再试 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    callbacks_receive_wechat: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 文件 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description not_from_wechat：没能确认这是微信发来的内容，请重新进入小程序再试 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    statistics_read_figures: {
        parameters: {
            query: {
                month: string;
                division_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonthFigures"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description division_not_found：没有找到这个地方，或不在您的辖区内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description month_not_possible：请选本月或以前的月份、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    statistics_read_agreement_rates: {
        parameters: {
            query?: {
                as_of?: string | null;
                division_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementRates"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description division_not_found：没有找到这个地方，或不在您的辖区内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description day_not_counted：请选今天或以前的日子、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    statistics_read_care_rates: {
        parameters: {
            query?: {
                as_of?: string | null;
                division_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CareRates"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description division_not_found：没有找到这个地方，或不在您的辖区内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description day_not_counted：请选今天或以前的日子、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    statistics_list_unattended: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                division_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnattendedElders"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description division_not_found：没有找到这个地方，或不在您的辖区内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description cursor_not_readable：这一页打不开，请回到列表开头、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    statistics_read_visit_rates: {
        parameters: {
            query?: {
                as_of?: string | null;
                division_id?: string | null;
                period?: components["schemas"]["Period"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitRates"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description division_not_found：没有找到这个地方，或不在您的辖区内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description day_not_counted：请选今天或以前的日子、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    statistics_list_standings: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                as_of?: string | null;
                division_id?: string | null;
                standing?: components["schemas"]["Standing"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ElderStandings"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description division_not_found：没有找到这个地方，或不在您的辖区内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description day_not_counted：请选今天或以前的日子、cursor_not_readable：这一页打不开，请回到列表开头、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register_read_ledger: {
        parameters: {
            query?: {
                as_of?: string | null;
                since?: string | null;
                division_id?: string | null;
                down_to?: "county" | "township" | "village";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerOut"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description division_not_found：没有找到这个地方，或不在您的辖区内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description day_not_possible：请选今天或以前的日期，开始日期不要晚于截止日期、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register_download_ledger: {
        parameters: {
            query?: {
                as_of?: string | null;
                since?: string | null;
                division_id?: string | null;
                down_to?: "county" | "township" | "village";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 文件 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description division_not_found：没有找到这个地方，或不在您的辖区内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description day_not_possible：请选今天或以前的日期，开始日期不要晚于截止日期、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register_list_leavers: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                village_id?: string | null;
                reason?: components["schemas"]["LeaveReason"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Leavers"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description cursor_not_readable：这一页打不开，请回到列表开头、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register_tell_where_to: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhereToIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_still_here：这位老人还在册，离册以后才记去向、file_is_erased：这份旧档案已过保存期限，内容已经清除，请给老人重新建档、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register_list_unconfirmed: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnconfirmedFiles"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description cursor_not_readable：这一页打不开，请回到列表开头、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register_confirm_file: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_has_left：这位老人已经离册，不用再办、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register_leave: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaveIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_has_left：这位老人已经离册，不用再办、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description change_in_future：日期还没有到，请到那一天再登记、change_before_last：日期早于上一次变动，请对照档案里的记录再核对一遍、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register_come_back: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComeBackIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_is_here：这位老人现在就在册，不用办理返回、file_is_double：这是并掉的重复档案，请到保留的那一份档案里办理、file_is_erased：这份旧档案已过保存期限，内容已经清除，请给老人重新建档、elder_already_registered：这个身份证号已经登记过，请先查找原来的档案、village_is_gone：这个村刚刚合并或撤销了，请刷新后再办、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description change_in_future：日期还没有到，请到那一天再登记、change_before_last：日期早于上一次变动，请对照档案里的记录再核对一遍、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register_move: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、division_not_found：没有找到这个地方，或不在您的辖区内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_has_left：这位老人已经离册，不用再办、elder_lives_there：老人本来就在这个村的名册上、village_is_gone：这个村刚刚合并或撤销了，请刷新后再办、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description change_in_future：日期还没有到，请到那一天再登记、change_before_last：日期早于上一次变动，请对照档案里的记录再核对一遍、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    consents_read_elder_consents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consents"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description consenting_elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    consents_record_elder_consent: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ElderConsentIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description consenting_elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description text_not_newest：告知的内容更新了，请刷新后把新的内容念一遍再办、consent_said_at_once：刚刚有人登记过这一项，请刷新后再看、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description purpose_not_asked：这一项不用问这位，请刷新后再试、elder_speaks_in_person：老人的意思要当面问，请选口头、手写或者手印、witness_missing：老人口头说的或按的手印，要写上在场见证人的名字、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    consents_record_elder_withdrawal: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ElderWithdrawalIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description consenting_elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description purpose_is_duty：这一项是法定职责或使用本服务所必需，不靠同意办理；有不对的可以申请更正、consent_said_at_once：刚刚有人登记过这一项，请刷新后再看、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description purpose_not_asked：这一项不用问这位，请刷新后再试、elder_speaks_in_person：老人的意思要当面问，请选口头、手写或者手印、witness_missing：老人口头说的或按的手印，要写上在场见证人的名字、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    consents_read_elder_sharing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ElderSharing"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description consenting_elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    consents_set_elder_sharing: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SharingIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description consenting_elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description consent_said_at_once：刚刚有人登记过这一项，请刷新后再看、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description purpose_not_asked：这一项不用问这位，请刷新后再试、elder_speaks_in_person：老人的意思要当面问，请选口头、手写或者手印、witness_missing：老人口头说的或按的手印，要写上在场见证人的名字、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    consents_read_own_consents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consents"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    consents_agree: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnConsentIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description text_not_newest：告知的内容更新了，请刷新后把新的内容念一遍再办、consent_said_at_once：刚刚有人登记过这一项，请刷新后再看、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description purpose_not_asked：这一项不用问这位，请刷新后再试、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    consents_withdraw: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnWithdrawalIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description purpose_is_duty：这一项是法定职责或使用本服务所必需，不靠同意办理；有不对的可以申请更正、consent_said_at_once：刚刚有人登记过这一项，请刷新后再看、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description purpose_not_asked：这一项不用问这位，请刷新后再试、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    corrections_list_open_corrections: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Corrections"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description cursor_not_readable：这一页打不开，请回到列表开头、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    corrections_list_corrections: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Corrections"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    corrections_ask_for_correction: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description correction_waits：这一项您已经申请过更正，村委会还在核实，请等答复、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    corrections_answer_request: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                correction_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionAnswerIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description own_correction：不能答复自己提的申请，请由村委会其他人办理、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description correction_not_found：没有找到这条更正申请，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description correction_is_answered：这条更正申请已经答复过了，请刷新后再看、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dossiers_list_readings: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readings"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description cursor_not_readable：这一页打不开，请回到列表开头、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dossiers_read_year: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FamilyYear"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description cursor_not_readable：这一页打不开，请回到列表开头、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dossiers_export_own_data: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalDocument"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dossiers_export_elder_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalDocument"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description family_not_told：老人暂时不想让家人看这些。想了解近况，可以打个电话问候，或者请村委会转告、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dossiers_list_doubles: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Doubles"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description cursor_not_readable：这一页打不开，请回到列表开头、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dossiers_merge_double: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileMergeIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_has_left：这位老人已经离册，不用再办、merged_elsewhere：这份档案已经并到另一份里了，请刷新后再看、files_differ：两份档案的身份证号不一样，不是同一位老人，请先核对、double_is_in_use：要并掉的这份档案上还有协议或约好的连线，请改为保留这一份，或者先办结再合并、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description same_file：选的是同一份档案，请再核对一下、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dossiers_list_merged_files: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OtherFiles"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_list_key_help: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                village_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyHelp"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description cursor_not_readable：这一页打不开，请回到列表开头、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_count_key_help: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyHelpCounts"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_list_decisions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Decisions"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    elders_record_decision: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、family_member_not_found：没有找到这位家人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no_decision_needed：档案里没有需要留下子女照顾的情况，请先更新老人的身体状况、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description decision_in_future：商定的日期不能晚于今天、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tasks_list_tasks: {
        parameters: {
            query?: {
                overdue?: boolean;
                kind?: components["schemas"]["TaskKind"] | null;
                without?: components["schemas"]["TaskKind"] | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskCards"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description cursor_not_readable：这一页打不开，请回到列表开头、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tasks_count_tasks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskPlaces"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tasks_answer_task: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskAnswerIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description task_not_found：没有找到这件待办，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description task_settled：这件事已经办结了，请刷新看看、task_settles_itself：这件事办好后会自动消掉：请把老人的实际情况更新到档案里、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    incidents_list_duty_holders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyRoster"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    incidents_name_duty_holder: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DutyHolderIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description division_not_found：没有找到这个地方，或不在您的辖区内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_on_duty：值班人要是这一级的工作人员，请先邀请他登录、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    incidents_read_emergency_plan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmergencyPlan"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    incidents_set_emergency_plan: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmergencyPlanIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description division_not_found：没有找到这个地方，或不在您的辖区内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description policy_in_past：生效日期不能早于今天、policy_not_possible：填写的数值超出了允许的范围、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    incidents_list_incidents: {
        parameters: {
            query?: {
                closed?: boolean;
                elder_id?: string | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentPage"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description cursor_not_readable：这一页打不开，请回到列表开头、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    incidents_raise_concern: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConcernIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description concern_names_oneself：上报时不能点自己的名字、cannot_be_named：您点到的人和这位老人没有登记关系，请用文字写明、photo_not_yours：照片没有传好，请重新拍一张、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    incidents_count_incidents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentCounts"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    incidents_list_nameable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                elder_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nameable"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description elder_not_found：没有找到这位老人，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    incidents_read_incident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentFile"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description incident_not_found：没有找到这件事，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    incidents_read_incident_photo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 文件 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description incident_not_found：没有找到这件事，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    incidents_take_incident_step: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IncidentStepIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentStands"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description review_by_another：办结回看要由没有经手的人来做、forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description incident_not_found：没有找到这件事，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description incident_step_not_possible：这件事刚刚有了变化，请刷新后再办、police_not_told：侵害老人的事要先报警，记下移交派出所的时间，才能办结、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description incident_step_incomplete：还有要写的没有写全，请补上再提交、incident_time_not_possible：时间不对：不能晚于现在，也不能早于上报的时候、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    incidents_see_incident: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description incident_not_found：没有找到这件事，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    screenings_list_screenings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaigns"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    screenings_open_screening: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CampaignIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description division_not_found：没有找到这个地方，或不在您的辖区内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description campaign_not_possible：排查的起止日期不对：结束不能早于开始和今天，最长半年、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    screenings_read_coverage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                screening_id: string;
                division_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageOut"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description division_not_found：没有找到这个地方，或不在您的辖区内、campaign_not_found：没有找到这次排查，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    screenings_list_doors: {
        parameters: {
            query?: {
                unfinished?: boolean;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                screening_id: string;
                division_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Doors"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description division_not_found：没有找到这个地方，或不在您的辖区内、campaign_not_found：没有找到这次排查，或不在您负责的范围内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description cursor_not_readable：这一页打不开，请回到列表开头、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    screenings_tick_door: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                screening_id: string;
                household_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TickIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description campaign_not_found：没有找到这次排查，或不在您负责的范围内、household_not_found：没有找到这一户，或不在您负责的村里、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description campaign_not_open：这次排查还没有开始或已经结束，不能再登记、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    screenings_list_households: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HouseholdsIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdsMade"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description division_not_found：没有找到这个地方，或不在您的辖区内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    screenings_remove_household: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                household_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description household_not_found：没有找到这一户，或不在您负责的村里、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    policies_read_policies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PoliciesInForce"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    policies_set_place_policies: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PoliciesIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description division_not_found：没有找到这个地方，或不在您的辖区内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description policy_in_past：生效日期不能早于今天、policy_not_possible：填写的数值超出了允许的范围、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    divisions_list_divisions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Divisions"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    divisions_read_tree: {
        parameters: {
            query?: {
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DivisionTree"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description day_not_in_tree：请选 2020 年以来、今天或以前的日期、field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    divisions_preview_merger: {
        parameters: {
            query: {
                into_id: string;
            };
            header?: never;
            path: {
                division_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenAlong"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description division_not_found：没有找到这个地方，或不在您的辖区内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description field_not_right：有一处填写不对，请检查后再提交 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    divisions_merge_village: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                division_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceMergeIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Merged"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description division_not_found：没有找到这个地方，或不在您的辖区内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description division_changed_since：这个地方在这一天或以后已有调整，请把日期改到最近一次调整之后、elders_changed_since：这一天以后村里还有老人进出，请把日期改到最近一次变动之后、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description change_in_future：日期还没有到，请到那一天再登记、division_misplaced：只能把村调整到别的乡镇、把乡镇调整到别的县、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    divisions_retire_division: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                division_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetireIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description division_not_found：没有找到这个地方，或不在您的辖区内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description division_changed_since：这个地方在这一天或以后已有调整，请把日期改到最近一次调整之后、division_not_empty：下面还有村没有调整走，不能撤销、elders_still_there：这个村还有老人的档案，请先并入接手的村、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description change_in_future：日期还没有到，请到那一天再登记、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    divisions_move_division: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                division_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveUnderIn"];
            };
        };
        responses: {
            /** @description 办好了 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description not_signed_in：请先登录 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden：您没有办理这件事的权限 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description division_not_found：没有找到这个地方，或不在您的辖区内、not_found：没有找到，可能已被移走，或不在您负责的范围内 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description division_changed_since：这个地方在这一天或以后已有调整，请把日期改到最近一次调整之后、conflict：情况刚刚有变化，请刷新后再试 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large：内容太大了，请缩小后再传 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_this_kind：不支持这种格式的内容，请更新小程序后再试 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description change_in_future：日期还没有到，请到那一天再登记、division_misplaced：只能把村调整到别的乡镇、把乡镇调整到别的县、not_json：提交的内容不完整，请重新提交、field_not_right：有一处填写不对，请检查后再提交、key_missing：提交缺少编号，请更新小程序后再试 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many：操作太频繁了，请歇一会儿再试 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
