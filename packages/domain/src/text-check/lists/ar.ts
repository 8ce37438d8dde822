/*
 * A list of rude and hurtful words, for a check that holds a pupil's words until a teacher has read them. It is not nice to read.
 * One entry a line; `*` behind an entry takes its longer forms too. Small words that are written together with the next one
 * (and, the, in, oh) are taken off before it is looked up. Names of animals are insults only in company.
 */
export const arabic = `
احمق
احمقه
الحمقي
اخرس
اخرسي
اخرسوا
اغبياء
ابن الكلب
ابن كلب
ابن الحرام
ابن حرام
ابن الزنا
ابن القحبه
ابن الشرموطه
ابن المتناكه
انت حمار
انت حيوان
انت غبي
انت كلب
انتي حماره
انقلع
انيك
اكرهك
بعبوص
بنت الكلب
بنت الحرام
تافه
تبا لك
جزمه قديمه
حقير
حقيره
حيوان قذر
خرا
خراي
خره
خول
خولات
خنيث
داعر
داعره
دعاره
ديوث
روح موت
رح تموت
زب
زبي
زانيه
زامل
سافل
سافله
ساقتلك
سوف اقتلك
سكس
سكسي
شرموط
شرموطه
شراميط
شرموطين
صايع
طيز
طيزك
طز فيك
عاهر
عاهره
عاهرات
عبيط
عرص
عرصه
معرص
غبي
غبيه
فاجر
فاجره
قحب*
قواد
قوادين
كس
كسك
كسم
كسمك
كس امك
كس اختك
كلب ابن كلب
كول خرا
كل خرا
لعنه الله عليك
لوطي
متناك*
مخنث
مغفل
مغفله
منيوك*
منيك*
نيك
نيك امك
وسخ
وسخه
يا ابن الكلب
يا بهيمه
يا تيس
يا جحش
يا حقير
يا حمار
يا حماره
يا حيوان
يا خنزير
يا زباله
يا غبي
يا كلب
يا كلبه
يلعن
يلعن ابوك
ينعل
ينعل ابوك
kosomak
kos omak
kossomak
sharmouta
sharmota
sharmoota
ya 7mar
zamel
9a7ba
khawal
`;
