use std::os::unix::fs::PermissionsExt;

use proptest::prelude::*;

use super::*;
use crate::vault::{Place, open, seal};

const OWNER: Uuid = Uuid::from_u128(11);

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn made(folder: &tempfile::TempDir) -> Keyring {
    Keyring::init(&folder.path().join("keys")).unwrap()
}

fn from_setting() -> Keyring {
    Keyring::load(KeySource::Setting(Keyring::new_setting().unwrap())).unwrap()
}

#[test]
fn init_makes_a_closed_folder_and_never_overwrites() {
    let folder = folder();
    let keys = folder.path().join("keys");
    let ring = made(&folder);
    assert_eq!(
        (ring.master_kids(), ring.signing_kids()),
        (vec![Kid(1)], vec![Kid(1)])
    );
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&keys), 0o700);
    let mut names = Vec::new();
    for file in keys.read_dir().unwrap() {
        let path = file.unwrap().path();
        assert_eq!(mode(&path), 0o600);
        names.push(path.file_name().unwrap().to_str().unwrap().to_owned());
    }
    names.sort();
    assert_eq!(names, ["index-root.key", "jwt-1.pem", "master-1.key"]);
    let before = std::fs::read(keys.join("master-1.key")).unwrap();
    assert!(matches!(
        Keyring::init(&keys),
        Err(KeyringFault::AlreadyThere(_))
    ));
    assert_eq!(std::fs::read(keys.join("master-1.key")).unwrap(), before);
}

#[test]
fn keys_that_others_can_read_are_refused() {
    let folder = folder();
    drop(made(&folder));
    let keys = folder.path().join("keys");
    for (path, open, closed) in [
        (keys.join("master-1.key"), 0o640, 0o600),
        (keys.clone(), 0o755, 0o700),
    ] {
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(open)).unwrap();
        assert!(matches!(
            Keyring::load(KeySource::Folder(keys.clone())),
            Err(KeyringFault::TooOpen { .. })
        ));
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(closed)).unwrap();
    }
    Keyring::load(KeySource::Folder(keys)).unwrap();
}

#[test]
fn a_missing_or_broken_key_is_named() {
    let folder = folder();
    let keys = folder.path().join("keys");
    let load = || {
        Keyring::load(KeySource::Folder(keys.clone()))
            .err()
            .unwrap()
            .to_string()
    };
    assert!(load().starts_with("no master key (master-1.key) found"));
    drop(made(&folder));
    std::fs::write(keys.join("master-1.key"), "short").unwrap();
    assert!(load().starts_with("master-1.key in "));
    std::fs::remove_file(keys.join("master-1.key")).unwrap();
    assert!(load().starts_with("no master key"));
}

#[test]
fn rule_038_rotation_rewraps_keys_and_touches_no_value() {
    let folder = folder();
    let ring = made(&folder);
    let place = Place {
        table: "cases",
        column: "alias",
        row: OWNER,
    };
    let key = DataKey::generate();
    let old = ring.wrap(&key, OWNER).unwrap();
    let sealed = seal(&key, place, "Heron").unwrap();
    let token = ring.purpose(Purpose::BlindIndex).mac(&[b"heron"]);

    assert_eq!(ring.rotate_master().unwrap(), Kid(2));
    assert_eq!(ring.master_kids(), [Kid(1), Kid(2)]);
    assert!(ring.unwrap(&old, OWNER).is_ok());
    let new = ring.rewrap(&old, OWNER).unwrap().unwrap();
    assert_eq!((new.kid, ring.rewrap(&new, OWNER).unwrap()), (Kid(2), None));
    assert_eq!(
        open(&ring.unwrap(&new, OWNER).unwrap(), place, &sealed)
            .unwrap()
            .as_str(),
        "Heron"
    );
    assert_eq!(ring.purpose(Purpose::BlindIndex).mac(&[b"heron"]), token);
}

#[test]
fn a_running_server_learns_of_a_rotation_by_itself() {
    let folder = folder();
    let server = made(&folder);
    let cli = Keyring::load(KeySource::Folder(folder.path().join("keys"))).unwrap();
    cli.rotate_master().unwrap();
    cli.rotate_signing().unwrap();
    let wrapped = cli.wrap(&DataKey::generate(), OWNER).unwrap();
    // Read a moment ago: not again yet for a number that anybody may write into a token.
    assert!(server.verifying_key(Kid(2)).is_none());
    *server.read_at.lock().unwrap() -= REREAD_AFTER;
    assert_eq!(
        server.verifying_key(Kid(2)),
        Some(*cli.signing_key().public())
    );
    assert!(server.unwrap(&wrapped, OWNER).is_ok());
    // What the database names is read at once, also a moment later.
    cli.rotate_master().unwrap();
    let wrapped = cli.wrap(&DataKey::generate(), OWNER).unwrap();
    assert!(server.unwrap(&wrapped, OWNER).is_ok());
}

#[test]
fn only_the_current_and_the_previous_signing_key_verify() {
    let folder = folder();
    let ring = made(&folder);
    ring.rotate_signing().unwrap();
    ring.rotate_signing().unwrap();
    let live: Vec<bool> = (1..=4)
        .map(|n| ring.verifying_key(Kid(n)).is_some())
        .collect();
    assert_eq!(live, [false, true, true, false]);
    assert_eq!(ring.signing_key().kid(), Kid(3));
}

#[test]
fn keys_of_a_setting_work_alike_but_are_not_ours_to_rotate() {
    let ring = from_setting();
    let wrapped = ring.wrap(&DataKey::generate(), OWNER).unwrap();
    assert!(ring.unwrap(&wrapped, OWNER).is_ok());
    assert!(matches!(ring.rotate_master(), Err(KeyringFault::NotOurs)));
    let broken = Zeroizing::new("master-1.key zz".to_owned());
    assert!(matches!(
        Keyring::load(KeySource::Setting(broken)),
        Err(KeyringFault::Malformed(_))
    ));
}

#[test]
fn a_wrapped_key_opens_for_its_owner_and_ring_only() {
    let ring = from_setting();
    let wrapped = ring.wrap(&DataKey::generate(), OWNER).unwrap();
    let fault = |ring: &Keyring, wrapped: &WrappedKey, id| ring.unwrap(wrapped, id).err();
    assert_eq!(
        fault(&ring, &wrapped, Uuid::from_u128(12)),
        Some(VaultFault::DoesNotOpen)
    );
    assert_eq!(
        fault(&from_setting(), &wrapped, OWNER),
        Some(VaultFault::DoesNotOpen)
    );
    let unknown = WrappedKey {
        kid: Kid(9),
        ..wrapped
    };
    assert_eq!(
        fault(&ring, &unknown, OWNER),
        Some(VaultFault::UnknownMasterKey(Kid(9)))
    );
}

proptest! {
    #[test]
    fn any_flipped_bit_of_a_wrapped_key_is_found(at in any::<prop::sample::Index>(), bit in 0..8u8) {
        let ring = from_setting();
        let mut wrapped = ring.wrap(&DataKey::generate(), OWNER).unwrap();
        let index = at.index(wrapped.bytes.len());
        wrapped.bytes[index] ^= 1 << bit;
        prop_assert_eq!(ring.unwrap(&wrapped, OWNER).err(), Some(VaultFault::DoesNotOpen));
    }
}
