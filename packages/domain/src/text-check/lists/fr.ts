/*
 * A list of rude and hurtful words, for a check that holds a pupil's words until a teacher has read them. It is not nice to read.
 * One entry a line; `*` behind an entry takes its longer forms too, `~en` says that it is an ordinary word in that language.
 * Accents make no difference, so words that differ from an ordinary one by an accent alone are not here.
 */
export const french = `
abruti*
batard
batards
batarde*
bicot
bicots
bite ~en
bites ~en
boche*
bougnoul*
bouffon
bouffonne
branler
branleur*
branlette
bamboula
casse toi
chiasse
chier
chieur*
chiant
chiante
chinetoque*
sale con
sale conne
espece de con
t es con
tu es con
gros con
quel con
conne
connes
connard*
connasse*
couille*
crevard*
cretin*
cul
debile*
emmerd*
encul*
enfoire*
fdp
ferme ta gueule
fiotte*
fils de chien
fils de pute
foutre
gouine*
gros lard
ta mere la pute
grognasse*
imbecile*
je te deteste
je vais te tuer
je vais te frapper
lopette*
negre
negres
negresse*
nichon*
niquer
merde
merdes
merdeu*
merdi*
nique
niquer
niquez
nique ta mere
ntm
nul a chier
partouze*
pd
pds
pede
pedes
petasse*
personne ne t aime
pouffiasse*
poufiasse*
porno*
putain*
pute
putes
salaud*
salop*
sale arabe
sale juif
sale noir
sale blanc
sodomi*
suceur*
suceuse*
suicide toi
sous merde
ta gueule
ta race
tafiole*
tarlouze*
teub
tg
trou de balle
trou duc
trouduc*
tu es moche
tu es nul
tu es nulle
tu pues
va mourir
va te faire
vas te faire
vieille peau
youpin*
zob
`;
